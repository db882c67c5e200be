/*
 * Stands between a program and the system's calls that change files (LD_PRELOAD), counts those below one folder and
 * lets a chosen one fail. The program steers it by access() on names that begin with /xiangbao-faults/:
 *
 *   begin/<number>/<fault>   from now on calls are counted from 1, and the fault strikes at that number (0: never)
 *   end                      the disk is well again
 *
 * Environment: XIANGBAO_FAULTS_FOLDER, below which calls count; XIANGBAO_FAULTS_LOG, a file that gets one line for each
 * counted call: number, kind, "hit" or "-", path. Faults: eio, enospc, full, short, torn, gone, kill; what they
 * do is told in faults.ts. Linux; calls are made by their numbers, so that x64 and arm64 are alike.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum action { pass, fail, half, half_then_fail };

static const char orders[] = "/xiangbao-faults/";
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int counting = 0;
static long counted = 0;
static long struck_at = 0;
static char fault[16] = "";
static int log_file = -1;

typedef long (*system_call)(long number, ...);
static system_call raw(void) {
  static system_call found = NULL;
  if (found == NULL) found = (system_call)dlsym(RTLD_NEXT, "syscall");
  return found;
}

static void obey(const char *order) {
  pthread_mutex_lock(&mutex);
  if (strncmp(order, "begin/", 6) == 0) {
    const char *rest = strchr(order + 6, '/');
    struck_at = atol(order + 6);
    snprintf(fault, sizeof fault, "%s", rest == NULL ? "" : rest + 1);
    const char *path = getenv("XIANGBAO_FAULTS_LOG");
    if (log_file >= 0) raw()(SYS_close, log_file);
    log_file = path == NULL ? -1 : (int)raw()(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    counted = 0;
    counting = 1;
  } else {
    counting = 0;
  }
  pthread_mutex_unlock(&mutex);
}

static int is_watched(const char *path) {
  const char *folder = getenv("XIANGBAO_FAULTS_FOLDER");
  return folder != NULL && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

/* Whether the file behind a handle is watched; its path is put into `path`. */
static int is_watched_handle(int handle, char *path, size_t size) {
  char link[64];
  if (!counting) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
  long length = raw()(SYS_readlinkat, AT_FDCWD, link, path, size - 1);
  if (length < 0) return 0;
  path[length] = '\0';
  return is_watched(path);
}

static int is(const char *name) { return strcmp(fault, name) == 0; }

/* Counts one call and says what becomes of it; errno is set where it is to fail. May not return. */
static enum action decide(const char *kind, const char *path) {
  pthread_mutex_lock(&mutex);
  if (!counting) {
    pthread_mutex_unlock(&mutex);
    return pass;
  }
  counted += 1;
  int now = struck_at != 0 && counted == struck_at;
  int since = struck_at != 0 && counted >= struck_at;
  int bytes = strcmp(kind, "write") == 0 || strcmp(kind, "copy") == 0;
  int takes_room = strcmp(kind, "sync") != 0 && strcmp(kind, "remove") != 0;
  enum action action = pass;
  int reason = EIO;
  if ((is("eio") && now) || (is("gone") && since)) action = fail;
  else if (is("enospc") && now) action = fail, reason = ENOSPC;
  else if (is("full") && since && takes_room) action = now && bytes ? half : fail, reason = ENOSPC;
  else if (is("torn") && now) action = half_then_fail;
  else if (is("short") && now) action = half;
  else if (is("kill") && now) action = half_then_fail;
  if (log_file >= 0) {
    char line[4200];
    int length = snprintf(line, sizeof line, "%ld %s %s %s\n", counted, kind, action == pass ? "-" : "hit", path);
    raw()(SYS_write, log_file, line, (long)length);
  }
  int dies = is("kill") && now;
  pthread_mutex_unlock(&mutex);
  if (dies && !bytes) raw()(SYS_kill, getpid(), SIGKILL);
  errno = reason;
  return action;
}

/* Ends a call of which half was carried out: its result, or death, or an error. */
static ssize_t after_half(enum action action, ssize_t taken) {
  if (is("kill")) raw()(SYS_kill, getpid(), SIGKILL);
  if (action == half) return taken;
  errno = EIO;
  return -1;
}

static size_t half_of(size_t count) { return count > 1 ? count / 2 : count; }

ssize_t write(int handle, const void *bytes, size_t count) {
  char path[4096];
  enum action action = is_watched_handle(handle, path, sizeof path) ? decide("write", path) : pass;
  if (action == fail) return -1;
  if (action == pass) return raw()(SYS_write, handle, bytes, count);
  return after_half(action, raw()(SYS_write, handle, bytes, half_of(count)));
}

ssize_t pwrite64(int handle, const void *bytes, size_t count, off64_t at) {
  char path[4096];
  enum action action = is_watched_handle(handle, path, sizeof path) ? decide("write", path) : pass;
  if (action == fail) return -1;
  if (action == pass) return raw()(SYS_pwrite64, handle, bytes, count, at);
  return after_half(action, raw()(SYS_pwrite64, handle, bytes, half_of(count), at));
}
ssize_t pwrite(int handle, const void *bytes, size_t count, off_t at) { return pwrite64(handle, bytes, count, at); }

ssize_t writev(int handle, const struct iovec *pieces, int count) {
  char path[4096];
  enum action action = is_watched_handle(handle, path, sizeof path) ? decide("write", path) : pass;
  if (action == fail) return -1;
  if (action == pass) return raw()(SYS_writev, handle, pieces, count);
  ssize_t taken = raw()(SYS_write, handle, pieces[0].iov_base, half_of(pieces[0].iov_len));
  return after_half(action, taken);
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t count) {
  char path[4096];
  enum action action = is_watched_handle(to, path, sizeof path) ? decide("copy", path) : pass;
  if (action == fail) return -1;
  if (action == pass) return raw()(SYS_sendfile, to, from, at, count);
  return after_half(action, raw()(SYS_sendfile, to, from, at, half_of(count)));
}
ssize_t sendfile(int to, int from, off_t *at, size_t count) { return sendfile64(to, from, (off64_t *)at, count); }

static int plain(const char *kind, int handle) {
  char path[4096];
  return is_watched_handle(handle, path, sizeof path) && decide(kind, path) != pass ? -1 : 0;
}

int fsync(int handle) { return plain("sync", handle) ? -1 : (int)raw()(SYS_fsync, handle); }
int fdatasync(int handle) { return plain("sync", handle) ? -1 : (int)raw()(SYS_fdatasync, handle); }
int ftruncate64(int handle, off64_t size) {
  return plain("truncate", handle) ? -1 : (int)raw()(SYS_ftruncate, handle, size);
}
int ftruncate(int handle, off_t size) { return ftruncate64(handle, size); }

static int named(const char *kind, const char *path) {
  return counting && is_watched(path) && decide(kind, path) != pass ? -1 : 0;
}

int rename(const char *from, const char *to) {
  return named("rename", to) ? -1 : (int)raw()(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int unlink(const char *path) { return named("remove", path) ? -1 : (int)raw()(SYS_unlinkat, AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) {
  return named("remove", path) ? -1 : (int)raw()(SYS_unlinkat, folder, path, flags);
}
int rmdir(const char *path) {
  return named("remove", path) ? -1 : (int)raw()(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}
int mkdir(const char *path, mode_t mode) {
  struct stat found;
  if (counting && is_watched(path) && stat(path, &found) != 0 && decide("folder", path) != pass) return -1;
  return (int)raw()(SYS_mkdirat, AT_FDCWD, path, mode);
}

static int open_at(int folder, const char *path, int flags, mode_t mode) {
  struct stat found;
  int makes = (flags & O_CREAT) != 0 && counting && is_watched(path) && ((flags & O_TRUNC) != 0 || stat(path, &found) != 0);
  if (makes && decide("create", path) != pass) return -1;
  return (int)raw()(SYS_openat, folder, path, flags, mode);
}

#define with_mode(last)                                                                                              \
  mode_t mode = 0;                                                                                                   \
  va_list rest;                                                                                                      \
  va_start(rest, last);                                                                                              \
  if ((flags & (O_CREAT | O_TMPFILE)) != 0) mode = va_arg(rest, mode_t);                                             \
  va_end(rest)

int open(const char *path, int flags, ...) {
  with_mode(flags);
  return open_at(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  with_mode(flags);
  return open_at(AT_FDCWD, path, flags | O_LARGEFILE, mode);
}
int openat(int folder, const char *path, int flags, ...) {
  with_mode(flags);
  return open_at(folder, path, flags, mode);
}

int access(const char *path, int wanted) {
  if (strncmp(path, orders, sizeof orders - 1) != 0) return (int)raw()(SYS_faccessat, AT_FDCWD, path, wanted);
  obey(path + sizeof orders - 1);
  return 0;
}

/* libuv copies files by copy_file_range, which it calls by number. */
long syscall(long number, ...) {
  long given[6];
  va_list rest;
  va_start(rest, number);
  for (int index = 0; index < 6; index += 1) given[index] = va_arg(rest, long);
  va_end(rest);
  char path[4096];
  if (number == SYS_copy_file_range && is_watched_handle((int)given[2], path, sizeof path)) {
    enum action action = decide("copy", path);
    size_t count = (size_t)given[4];
    if (action == fail) return -1;
    if (action != pass) {
      ssize_t taken = raw()(number, given[0], given[1], given[2], given[3], half_of(count), given[5]);
      return after_half(action, taken);
    }
  }
  return raw()(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
