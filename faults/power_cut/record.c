/* Records what a process does to the files of a ledger, in order: preloaded before libc, compiled when it is needed.
 *
 * One record an operation: kind (W write, T truncate, S sync, U unlink), length of the path, offset or size, length of the data,
 * path, data. Only files whose path contains POWER_CUT_FILES are recorded, into the file POWER_CUT_LOG.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int log_fd = -2;
static ssize_t (*real_pwrite64)(int, const void *, size_t, off64_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_ftruncate64)(int, off64_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_unlink)(const char *);
static int (*real_fdatasync)(int);

static void start(void) {
    if (log_fd != -2) return;
    log_fd = -1;
    real_pwrite64 = dlsym(RTLD_NEXT, "pwrite64");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite");
    real_write = dlsym(RTLD_NEXT, "write");
    real_ftruncate64 = dlsym(RTLD_NEXT, "ftruncate64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    const char *name = getenv("POWER_CUT_LOG");
    if (name) log_fd = open(name, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static void record_path(char kind, const char *path, uint64_t at, const void *data, uint64_t size) {
    const char *wanted = getenv("POWER_CUT_FILES");
    if (!wanted || !strstr(path, wanted) || strstr(path, "-shm") || strstr(path, "-lock")) return;
    struct __attribute__((packed)) { char kind; uint16_t path; uint64_t at, size; } head = {kind, strlen(path), at, size};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)path, strlen(path)}, {(void *)data, size}};
    if (writev(log_fd, parts, 3) < 0) abort();
}

static void record(char kind, int fd, uint64_t at, const void *data, uint64_t size) {
    char link[64], path[4096];
    if (log_fd < 0 || fd == log_fd) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return;
    path[length] = 0;
    record_path(kind, path, at, data, size);
}

int unlink(const char *path) {
    start();
    int done = real_unlink(path);
    if (!done && log_fd >= 0) record_path('U', path, 0, "", 0);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    start();
    ssize_t done = real_pwrite64(fd, data, size, at);
    if (done > 0) record('W', fd, at, data, done);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    start();
    ssize_t done = real_pwrite(fd, data, size, at);
    if (done > 0) record('W', fd, at, data, done);
    return done;
}

ssize_t write(int fd, const void *data, size_t size) {
    start();
    off64_t at = lseek64(fd, 0, SEEK_CUR);
    ssize_t done = real_write(fd, data, size);
    if (done > 0 && at >= 0) record('W', fd, at, data, done);
    return done;
}

int ftruncate64(int fd, off64_t size) {
    start();
    int done = real_ftruncate64(fd, size);
    if (!done) record('T', fd, size, "", 0);
    return done;
}

int ftruncate(int fd, off_t size) {
    start();
    int done = real_ftruncate(fd, size);
    if (!done) record('T', fd, size, "", 0);
    return done;
}

int fsync(int fd) {
    start();
    int done = real_fsync(fd);
    if (!done) record('S', fd, 0, "", 0);
    return done;
}

int fdatasync(int fd) {
    start();
    int done = real_fdatasync(fd);
    if (!done) record('S', fd, 0, "", 0);
    return done;
}
