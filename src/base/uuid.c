/* uuid: name-based identifiers, by libuuid. */
#include "base/uuid.h"

#include <uuid/uuid.h>

void uuid_of_name(const char *space, const char *name, size_t length, char out[UUID_TEXT])
{
    uuid_t in, made;

    if (uuid_parse(space, in) != 0)
        uuid_clear(in);
    uuid_generate_sha1(made, in, name, length);
    uuid_unparse_lower(made, out);
}
