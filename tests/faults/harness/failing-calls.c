/*
 * Makes the n-th call of this process to the disk fail, or keeps an image of a folder before every call that changes it
 * (reliability.md R1, R3). Loaded before the C library; told what to do through a small file that is mapped in memory, so
 * that one process can try thousands of cases. Only calls on paths below the told prefixes count.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OFF = 0, FAIL = 1, IMAGE = 2 };
enum { PREFIX = 512, LOG = 96, LINES = 4096 };

struct control {
  int mode;     /* 0 */
  int at;       /* 4: which call, from 1 */
  int error;    /* 8 */
  int always;   /* 12 */
  int count;    /* 16: calls seen */
  int images;   /* 20: images made */
  int failed;   /* 24: calls that failed */
  int unused;   /* 28 */
  char prefix[2][PREFIX]; /* 32 */
  char images_at[PREFIX]; /* 1056 */
  char log[LINES][LOG];   /* 1568 */
};

static struct control *control;
static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static __thread int inside;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("FAILING_CALLS");
  if (!path) return;
  int fd = syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
  if (fd < 0) return;
  void *at = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  syscall(SYS_close, fd);
  if (at != MAP_FAILED) control = at;
}

static int below(const char *path) {
  for (int i = 0; i < 2; i++) {
    size_t n = strlen(control->prefix[i]);
    if (n > 0 && strncmp(path, control->prefix[i], n) == 0) return 1;
  }
  return 0;
}

static int path_of(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = syscall(SYS_readlink, link, path, size - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return 1;
}

static void keep_image(void) {
  char target[PREFIX + 16];
  snprintf(target, sizeof target, "%s/%06d", control->images_at, control->images++);
  char *argv[] = {"cp", "-a", control->prefix[0], target, NULL};
  char *envp[] = {"PATH=/usr/bin:/bin", NULL};
  pid_t pid;
  if (posix_spawn(&pid, "/bin/cp", NULL, NULL, argv, envp) == 0) waitpid(pid, NULL, 0);
}

/* Says whether this call is to fail; errno is set then. `changes`: it alters what lies on the disk. */
static int fails(const char *name, const char *path, int changes) {
  if (!control || control->mode == OFF || inside || !below(path)) return 0;
  inside = 1;
  int result = 0;
  pthread_mutex_lock(&turn);
  if (control->mode == IMAGE) {
    if (changes) keep_image();
  } else if (control->mode == FAIL) {
    int now = ++control->count;
    int bad = control->at > 0 && (control->always ? now >= control->at : now == control->at);
    if (now <= LINES) snprintf(control->log[now - 1], LOG, "%s%s %s", bad ? "!" : "", name, strlen(path) > 70 ? path + strlen(path) - 70 : path);
    if (bad) {
      control->failed++;
      result = control->error;
    }
  }
  pthread_mutex_unlock(&turn);
  inside = 0;
  if (result) errno = result;
  return result != 0;
}

static int fails_fd(const char *name, int fd, int changes) {
  char path[4096];
  if (!control || control->mode == OFF || inside || !path_of(fd, path, sizeof path)) return 0;
  return fails(name, path, changes);
}

static int fails_at(const char *name, int dir, const char *path, int changes) {
  if (!control || control->mode == OFF || inside) return 0;
  if (path[0] == '/' || dir == AT_FDCWD) return fails(name, path, changes);
  char whole[8192];
  if (!path_of(dir, whole, 4096)) return 0;
  size_t n = strlen(whole);
  snprintf(whole + n, sizeof whole - n, "/%s", path);
  return fails(name, whole, changes);
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = dlsym(RTLD_NEXT, #name)

#define OPENED(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, name, const char *, int, ...); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); mode = va_arg(a, int); va_end(a); } \
    if (fails("open", path, (flags & (O_CREAT | O_TRUNC)) != 0)) return -1; \
    return real(path, flags, mode); \
  }
OPENED(open)
OPENED(open64)

#define OPENED_AT(name) \
  int name(int dir, const char *path, int flags, ...) { \
    REAL(int, name, int, const char *, int, ...); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); mode = va_arg(a, int); va_end(a); } \
    if (fails_at("open", dir, path, (flags & (O_CREAT | O_TRUNC)) != 0)) return -1; \
    return real(dir, path, flags, mode); \
  }
OPENED_AT(openat)
OPENED_AT(openat64)

/* Half of the bytes arrive before the disk refuses. */
ssize_t write(int fd, const void *bytes, size_t n) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (fails_fd("write", fd, 1)) { int e = errno; if (n > 1) syscall(SYS_write, fd, bytes, n / 2); errno = e; return -1; }
  return real(fd, bytes, n);
}
#define PWRITE(name) \
  ssize_t name(int fd, const void *bytes, size_t n, off_t at) { \
    REAL(ssize_t, name, int, const void *, size_t, off_t); \
    if (fails_fd("pwrite", fd, 1)) { int e = errno; if (n > 1) syscall(SYS_pwrite64, fd, bytes, n / 2, at); errno = e; return -1; } \
    return real(fd, bytes, n, at); \
  }
PWRITE(pwrite)
PWRITE(pwrite64)
ssize_t writev(int fd, const struct iovec *v, int n) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  return fails_fd("writev", fd, 1) ? -1 : real(fd, v, n);
}
#define PWRITEV(name) \
  ssize_t name(int fd, const struct iovec *v, int n, off_t at) { \
    REAL(ssize_t, name, int, const struct iovec *, int, off_t); \
    return fails_fd("pwritev", fd, 1) ? -1 : real(fd, v, n, at); \
  }
PWRITEV(pwritev)
PWRITEV(pwritev64)
#define SENT(name) \
  ssize_t name(int to, int from, off_t *at, size_t n) { \
    REAL(ssize_t, name, int, int, off_t *, size_t); \
    return fails_fd("sendfile", to, 1) ? -1 : real(to, from, at, n); \
  }
SENT(sendfile)
SENT(sendfile64)
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t n, unsigned flags) {
  REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
  return fails_fd("copy_file_range", to, 1) ? -1 : real(from, a, to, b, n, flags);
}
int fsync(int fd) { REAL(int, fsync, int); return fails_fd("fsync", fd, 0) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(int, fdatasync, int); return fails_fd("fdatasync", fd, 0) ? -1 : real(fd); }
int ftruncate(int fd, off_t n) { REAL(int, ftruncate, int, off_t); return fails_fd("ftruncate", fd, 1) ? -1 : real(fd, n); }
int ftruncate64(int fd, off64_t n) { REAL(int, ftruncate64, int, off64_t); return fails_fd("ftruncate", fd, 1) ? -1 : real(fd, n); }
int rename(const char *a, const char *b) { REAL(int, rename, const char *, const char *); return fails("rename", b, 1) ? -1 : real(a, b); }
int renameat(int d, const char *a, int e, const char *b) { REAL(int, renameat, int, const char *, int, const char *); return fails_at("rename", e, b, 1) ? -1 : real(d, a, e, b); }
int renameat2(int d, const char *a, int e, const char *b, unsigned f) { REAL(int, renameat2, int, const char *, int, const char *, unsigned); return fails_at("rename", e, b, 1) ? -1 : real(d, a, e, b, f); }
int link(const char *a, const char *b) { REAL(int, link, const char *, const char *); return fails("link", b, 1) ? -1 : real(a, b); }
int linkat(int d, const char *a, int e, const char *b, int f) { REAL(int, linkat, int, const char *, int, const char *, int); return fails_at("link", e, b, 1) ? -1 : real(d, a, e, b, f); }
int mkdir(const char *p, mode_t m) { REAL(int, mkdir, const char *, mode_t); return fails("mkdir", p, 1) ? -1 : real(p, m); }
int mkdirat(int d, const char *p, mode_t m) { REAL(int, mkdirat, int, const char *, mode_t); return fails_at("mkdir", d, p, 1) ? -1 : real(d, p, m); }
int unlink(const char *p) { REAL(int, unlink, const char *); return fails("unlink", p, 1) ? -1 : real(p); }
int unlinkat(int d, const char *p, int f) { REAL(int, unlinkat, int, const char *, int); return fails_at("unlink", d, p, 1) ? -1 : real(d, p, f); }
int remove(const char *p) { REAL(int, remove, const char *); return fails("unlink", p, 1) ? -1 : real(p); }
int rmdir(const char *p) { REAL(int, rmdir, const char *); return fails("rmdir", p, 1) ? -1 : real(p); }
