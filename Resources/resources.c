#include "Resources.h"

// Adding a file takes the two lines that name it here. What was published is only compared with, so
// that the program is built without it, too.
static const struct EmbeddedFile embedded_files[] = {
#define EMBEDDED "catalog/kind.rec"
#include "embed.inc"
#define EMBEDDED "catalog/obligation.rec"
#include "embed.inc"
#define EMBEDDED "catalog/checklist.rec"
#include "embed.inc"
#define EMBEDDED "catalog/procedure.rec"
#include "embed.inc"
#define EMBEDDED "catalog/study.rec"
#include "embed.inc"
#define EMBEDDED "catalog/report.rec"
#include "embed.inc"
#define EMBEDDED "catalog/pack.rec"
#include "embed.inc"
#define EMBEDDED "catalog/word.rec"
#include "embed.inc"
#if __has_embed("catalog/published.rec")
#define EMBEDDED "catalog/published.rec"
#include "embed.inc"
#endif
#define EMBEDDED "packs/三维融合/pack.rec"
#include "embed.inc"
#if __has_embed("packs/三维融合/published.rec")
#define EMBEDDED "packs/三维融合/published.rec"
#include "embed.inc"
#endif
#define EMBEDDED "packs/湖北/pack.rec"
#include "embed.inc"
#if __has_embed("packs/湖北/published.rec")
#define EMBEDDED "packs/湖北/published.rec"
#include "embed.inc"
#endif
#define EMBEDDED "packs/乔司/pack.rec"
#include "embed.inc"
#if __has_embed("packs/乔司/published.rec")
#define EMBEDDED "packs/乔司/published.rec"
#include "embed.inc"
#endif
#define EMBEDDED "packs/湖南/pack.rec"
#include "embed.inc"
#if __has_embed("packs/湖南/published.rec")
#define EMBEDDED "packs/湖南/published.rec"
#include "embed.inc"
#endif
#define EMBEDDED "packs/广西/pack.rec"
#include "embed.inc"
#if __has_embed("packs/广西/published.rec")
#define EMBEDDED "packs/广西/published.rec"
#include "embed.inc"
#endif
#define EMBEDDED "mechanisms/三维融合.rec"
#include "embed.inc"
#define EMBEDDED "mechanisms/湖北.rec"
#include "embed.inc"
#define EMBEDDED "mechanisms/乔司.rec"
#include "embed.inc"
#define EMBEDDED "mechanisms/湖南.rec"
#include "embed.inc"
#define EMBEDDED "mechanisms/广西.rec"
#include "embed.inc"
#define EMBEDDED "schema/organization.rec"
#include "embed.inc"
#define EMBEDDED "schema/member.rec"
#include "embed.inc"
#define EMBEDDED "schema/team.rec"
#include "embed.inc"
#define EMBEDDED "schema/activity.rec"
#include "embed.inc"
#define EMBEDDED "schema/matter.rec"
#include "embed.inc"
#define EMBEDDED "schema/document.rec"
#include "embed.inc"
#define EMBEDDED "schema/honor.rec"
#include "embed.inc"
#define EMBEDDED "schema/review.rec"
#include "embed.inc"
#define EMBEDDED "schema/procedure.rec"
#include "embed.inc"
#define EMBEDDED "schema/plan.rec"
#include "embed.inc"
#define EMBEDDED "schema/figure.rec"
#include "embed.inc"
#define EMBEDDED "schema/dues.rec"
#include "embed.inc"
#define EMBEDDED "schema/seal.rec"
#include "embed.inc"
#define EMBEDDED "earlier/catalog.rec"
#include "embed.inc"
#define EMBEDDED "reading/pinyin.txt"
#include "embed.inc"
#define EMBEDDED "stroke/order.txt"
#include "embed.inc"
};

const struct EmbeddedFile *embedded_file(size_t position) {
  return position < sizeof embedded_files / sizeof embedded_files[0] ? &embedded_files[position]
                                                                     : NULL;
}
