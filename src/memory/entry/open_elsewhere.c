/* open_elsewhere: LibreOffice and Excel each put a file beside the one that is open. */
#include "memory/entry/open_elsewhere.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

const char *open_elsewhere(struct pool *pool, const char *path, const char **lock)
{
    static const struct {
        const char *before, *behind, *program;
    } forms[] = {{".~lock.", "#", "LibreOffice"}, {"~$", "", "Excel"}};
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    struct stat about;

    for (size_t i = 0; file_exists(path) && i < sizeof forms / sizeof *forms; i++) {
        *lock = path_beside(pool, path,
                            pool_print(pool, "%s%s%s", forms[i].before, name, forms[i].behind));
        if (lstat(*lock, &about) == 0)
            return forms[i].program;
    }
    return NULL;
}
