import Glibc

/// The system's error numbers in words, each with what to do about it.
enum SystemError {
  static func phrase(_ code: Int32) -> Phrase {
    switch code {
    case EACCES, EPERM:
      Phrase("没有权限,请找管理员开通", "no permission: ask whoever administers it")
    case EROFS: Phrase("磁盘是只读的,请换一处或重新挂载", "the disk is read-only: use another place")
    case ENOSPC: Phrase("磁盘已满,请清出空间再试", "the disk is full: make room and try again")
    case EDQUOT: Phrase("磁盘配额已用完,请清出空间再试", "the disk quota is used up: make room and try again")
    case EFBIG: Phrase("超过了文件大小的上限,请检查 ulimit", "the file would grow too large: check ulimit")
    case EIO:
      Phrase("磁盘读写出错,请检查磁盘并先做备份", "the disk reports an error: check it, and make a copy first")
    case EINTR: Phrase("被信号打断,请再试一次", "it was interrupted by a signal: try again")
    case EBUSY:
      Phrase("正被别的程序改动,请稍后再试", "another program is changing it: try again in a moment")
    case EINVAL: Phrase("不是普通文件,请检查路径", "it is no regular file: check the path")
    case ESTALE, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH, ENETUNREACH, ENOTCONN:
      Phrase(
        "网络磁盘没有应答,请检查网络,或改放本机磁盘",
        "the network disk does not answer: check the network, or use a local disk")
    case ENOENT: Phrase("不存在,请检查路径", "it does not exist: check the path")
    case ENOTDIR: Phrase("路径中有一段不是文件夹,请检查路径", "part of the path is no folder: check it")
    case EISDIR: Phrase("这是文件夹,不是文件,请检查路径", "it is a folder, not a file: check the path")
    case EEXIST: Phrase("已经存在,请换一个名称", "it exists already: choose another name")
    case ENOTEMPTY: Phrase("文件夹不是空的,请换一个", "the folder is not empty: choose another")
    case ENAMETOOLONG: Phrase("路径太长,请换短一些的", "the path is too long: choose a shorter one")
    case ELOOP: Phrase("符号链接绕成了圈,请检查路径", "symbolic links run in a circle: check the path")
    case EMFILE, ENFILE:
      Phrase("打开的文件太多,请关掉一些程序再试", "too many files are open: close programs and try again")
    case ENOLCK: Phrase("这里不支持文件锁,请改放本机磁盘", "locks do not work there: use a local disk")
    default: Phrase("系统错误 \(code)", "system error \(code)")
    }
  }
}
