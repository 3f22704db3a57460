#include "Resources.h"

// Adding a file takes the two lines that name it here.
static const struct EmbeddedFile embedded_files[] = {
#define EMBEDDED "catalog/kind.rec"
#include "embed.inc"
#define EMBEDDED "catalog/obligation.rec"
#include "embed.inc"
#define EMBEDDED "catalog/checklist.rec"
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
#define EMBEDDED "reading/pinyin.txt"
#include "embed.inc"
};

const struct EmbeddedFile *embedded_file(size_t position) {
  return position < sizeof embedded_files / sizeof embedded_files[0] ? &embedded_files[position]
                                                                     : NULL;
}
