// Loaded into a hub (LD_PRELOAD), it makes one call fail that writes to a file of the hub's database: the n-th from now.
// The file named by HUB_FAILING_CALL holds a number that the experiment sets and that each such call counts down by one.
// The call that reaches zero fails with an input/output error; below zero nothing happens.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

static _Atomic long *counter(void)
{
    static _Atomic(_Atomic long *) mapped;
    _Atomic long *known = atomic_load(&mapped);
    const char *path = getenv("HUB_FAILING_CALL");
    if (known == NULL && path != NULL)
    {
        int file = open(path, O_RDWR | O_CLOEXEC);
        void *memory = file < 0 ? MAP_FAILED : mmap(NULL, sizeof(long), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (memory != MAP_FAILED)
        {
            known = memory;
            atomic_store(&mapped, known);
        }

        if (file >= 0)
        {
            close(file);
        }
    }

    return known;
}

static int fails(int file)
{
    char link[64];
    char path[4096];
    _Atomic long *left = counter();
    if (left == NULL || atomic_load(left) <= 0)
    {
        return 0;
    }

    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
    {
        return 0;
    }

    path[length] = 0;
    return strstr(path, "/hub.db") != NULL && atomic_fetch_sub(left, 1) == 1;
}

#define FAILING(type, name, parameters, arguments)                              \
    type name parameters                                                        \
    {                                                                           \
        static type(*real) parameters;                                          \
        if (real == NULL)                                                       \
        {                                                                       \
            *(void **)&real = dlsym(RTLD_NEXT, #name);                          \
        }                                                                       \
        if (fails(file))                                                        \
        {                                                                       \
            errno = EIO;                                                        \
            return -1;                                                          \
        }                                                                       \
        return real arguments;                                                  \
    }

FAILING(ssize_t, write, (int file, const void *bytes, size_t count), (file, bytes, count))
FAILING(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at))
FAILING(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at))
FAILING(int, fsync, (int file), (file))
FAILING(int, fdatasync, (int file), (file))
FAILING(int, ftruncate, (int file, off_t length), (file, length))
FAILING(int, ftruncate64, (int file, off64_t length), (file, length))
