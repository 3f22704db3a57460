/// Surnames and given names with their readings; people are put together from them, so nobody
/// in the sample exists; nor does anybody bear a name of those whom the articles name.
enum NameStock {
  struct Part: Sendable {
    let text: String
    let reading: String
    init(_ text: String, _ reading: String) {
      self.text = text
      self.reading = reading
    }
  }

  /// A whole name that the sample always has: rare characters, long names, other peoples.
  struct Whole: Sendable {
    let name: String
    let reading: String
    let gender: String
    let nation: String
  }

  static let surnames: [Part] = [
    Part("王", "wang"), Part("李", "li"), Part("张", "zhang"), Part("刘", "liu"),
    Part("陈", "chen"), Part("杨", "yang"), Part("赵", "zhao"), Part("黄", "huang"),
    Part("周", "zhou"), Part("吴", "wu"), Part("徐", "xu"), Part("孙", "sun"), Part("胡", "hu"),
    Part("朱", "zhu"), Part("高", "gao"), Part("林", "lin"), Part("何", "he"), Part("郭", "guo"),
    Part("马", "ma"), Part("罗", "luo"), Part("梁", "liang"), Part("宋", "song"),
    Part("郑", "zheng"), Part("谢", "xie"), Part("韩", "han"), Part("唐", "tang"),
    Part("冯", "feng"), Part("董", "dong"), Part("程", "cheng"), Part("曹", "cao"),
    Part("袁", "yuan"), Part("邓", "deng"), Part("许", "xu"), Part("傅", "fu"), Part("沈", "shen"),
    Part("曾", "zeng"), Part("彭", "peng"), Part("吕", "lyu"), Part("苏", "su"), Part("卢", "lu"),
    Part("蒋", "jiang"), Part("蔡", "cai"), Part("贾", "jia"), Part("丁", "ding"),
    Part("魏", "wei"), Part("薛", "xue"), Part("叶", "ye"), Part("余", "yu"), Part("潘", "pan"),
    Part("杜", "du"), Part("戴", "dai"), Part("夏", "xia"), Part("钟", "zhong"), Part("田", "tian"),
    Part("任", "ren"), Part("姜", "jiang"), Part("范", "fan"), Part("方", "fang"),
    Part("单", "shan"), Part("仇", "qiu"), Part("解", "xie"), Part("欧阳", "ouyang"),
  ]

  static let maleGiven: [Part] = [
    Part("建国", "jianguo"), Part("志远", "zhiyuan"), Part("海涛", "haitao"),
    Part("文斌", "wenbin"), Part("立新", "lixin"), Part("永刚", "yonggang"),
    Part("晓峰", "xiaofeng"), Part("国栋", "guodong"), Part("俊杰", "junjie"),
    Part("明辉", "minghui"), Part("振华", "zhenhua"), Part("宏伟", "hongwei"),
    Part("德胜", "desheng"), Part("家兴", "jiaxing"), Part("少波", "shaobo"),
    Part("春生", "chunsheng"), Part("学军", "xuejun"), Part("庆丰", "qingfeng"),
    Part("士杰", "shijie"), Part("长河", "changhe"), Part("浩然", "haoran"), Part("子轩", "zixuan"),
    Part("一鸣", "yiming"), Part("致和", "zhihe"), Part("思源", "siyuan"), Part("培林", "peilin"),
    Part("广平", "guangping"), Part("守义", "shouyi"), Part("克勤", "keqin"), Part("昌明", "changming"),
    Part("磊", "lei"), Part("鹏", "peng"), Part("涛", "tao"), Part("勐", "meng"), Part("峻", "jun"),
    Part("恺", "kai"), Part("岳", "yue"), Part("炜", "wei"), Part("骁", "xiao"), Part("诚", "cheng"),
  ]

  static let femaleGiven: [Part] = [
    Part("丽华", "lihua"), Part("晓燕", "xiaoyan"), Part("玉兰", "yulan"), Part("淑珍", "shuzhen"),
    Part("秀梅", "xiumei"), Part("海燕", "haiyan"), Part("雅琴", "yaqin"), Part("慧敏", "huimin"),
    Part("春霞", "chunxia"), Part("思雨", "siyu"), Part("佳怡", "jiayi"), Part("梦洁", "mengjie"),
    Part("若溪", "ruoxi"), Part("静怡", "jingyi"), Part("文静", "wenjing"), Part("丽", "li"),
    Part("娟", "juan"), Part("颖", "ying"), Part("婷", "ting"), Part("蓉", "rong"), Part("洁", "jie"),
    Part("岚", "lan"), Part("芸", "yun"), Part("瑾", "jin"),
  ]

  /// Who wrote the articles that the samples follow, and whom these name of the systems of
  /// which they tell. Nobody invented is called so.
  static let real: Set<String> = [
    // 扎兰屯
    "刘国妍",
    // 湖北
    "熊亚平", "曾献斌", "段晓东", "沈新强", "李小伟", "姚刚", "陈新", "王琳", "孙李明", "韩磊",
    // 乔司
    "范淑婷", "何凯亮", "虞先平", "杨建桥", "余程", "李露窃",
    // 湖南
    "钟艺兵", "姚全民", "蒋吉祥",
    // 广西
    "黄文秀", "梁惠芳", "吴秋瑾", "邓海欢", "唐文丽", "张图军",
  ]

  static let han = "汉族"
  static let others = ["满族", "回族", "壮族", "土家族", "苗族", "侗族", "瑶族", "白族"]

  static let whole: [Whole] = [
    Whole(name: "刘䶮", reading: "liuyan", gender: "男", nation: han),
    Whole(name: "陈𬱖", reading: "chenwei", gender: "女", nation: han),
    Whole(name: "周𣲘", reading: "zhouyi", gender: "男", nation: han),
    Whole(name: "赵犇", reading: "zhaoben", gender: "男", nation: han),
    Whole(name: "艾孜买提·吐尔逊", reading: "aizimaiti", gender: "男", nation: "维吾尔族"),
    Whole(name: "扎西多吉", reading: "zhaxiduoji", gender: "男", nation: "藏族"),
    Whole(name: "乌云塔娜", reading: "wuyuntana", gender: "女", nation: "蒙古族"),
    Whole(name: "金成哲", reading: "jinchengzhe", gender: "男", nation: "朝鲜族"),
    Whole(name: "王喆", reading: "wangzhe", gender: "男", nation: han),
    Whole(name: "上官云", reading: "shangguanyun", gender: "女", nation: han),
  ]
}
