/*
 * Which files are meant. In: operands such as `treaty.md bills/`. Out: the names of files, those of
 * a folder sorted; folders below it too, but for hidden ones. Links to folders are not followed, so
 * that none is walked twice.
 */
#include "draft.h"
#include "message.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

const char *const draft_extensions[] = {".md", ".markdown", ".txt", NULL};
const char *const lexicon_extensions[] = {".yaml", ".yml", NULL};

static void say_failed(struct draft_list *list, const char *path, int number) {
    char reason[128];
    message(path, "%s", message_reason(number, reason, sizeof reason));
    list->complete = false;
}

static bool add_path(struct draft_list *list, const char *folder, const char *name) {
    size_t length = strlen(folder), size = length + strlen(name) + 2;
    const char *slash = length && folder[length - 1] != '/' && *name ? "/" : "";
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? 2 * list->capacity : 16;
        char **paths = realloc(list->paths, capacity * sizeof *paths);
        if (!paths) {
            say_failed(list, folder, ENOMEM);
            return false;
        }
        list->paths = paths;
        list->capacity = capacity;
    }
    char *path = malloc(size);
    if (!path) {
        say_failed(list, folder, ENOMEM);
        return false;
    }
    snprintf(path, size, "%s%s%s", folder, slash, name);
    list->paths[list->count++] = path;
    return true;
}

static bool has_extension(const char *name, const char *const *extensions) {
    size_t length = strlen(name);
    for (; *extensions; extensions++) {
        size_t size = strlen(*extensions);
        if (length > size && strcasecmp(name + length - size, *extensions) == 0) {
            return true;
        }
    }
    return false;
}

/* A name in a folder: a folder to look into later, a file that is meant, or neither. */
static void sort_name(struct draft_list *files, struct draft_list *folders, const char *folder,
                      const char *name, const char *const *extensions) {
    struct stat about;
    if (name[0] == '.' || !add_path(folders, folder, name)) {
        return;
    }
    const char *path = folders->paths[folders->count - 1];
    if (lstat(path, &about) == 0 && S_ISDIR(about.st_mode)) {
        return;
    }
    bool meant = has_extension(name, extensions);
    if (meant && (stat(path, &about) != 0 || !S_ISDIR(about.st_mode))) {
        add_path(files, path, "");
    }
    free(folders->paths[--folders->count]);
}

static void look_into(struct draft_list *files, struct draft_list *folders, const char *folder,
                      const char *const *extensions) {
    DIR *opened = opendir(folder);
    if (!opened) {
        say_failed(files, folder, errno);
        return;
    }
    for (const struct dirent *entry; (entry = readdir(opened)) != NULL;) {
        sort_name(files, folders, folder, entry->d_name, extensions);
    }
    closedir(opened);
}

static int compare_paths(const void *left, const void *right) {
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static void walk(struct draft_list *list, const char *top, const char *const *extensions) {
    struct draft_list folders = {.complete = true};
    size_t before = list->count;
    bool complete = list->complete;
    list->complete = true;
    add_path(&folders, top, "");
    while (folders.count) {
        char *folder = folders.paths[--folders.count];
        look_into(list, &folders, folder, extensions);
        free(folder);
    }
    if (list->count > before) {
        qsort(list->paths + before, list->count - before, sizeof *list->paths, compare_paths);
    } else if (list->complete) {
        message(top, "no %s files in this folder",
                extensions == draft_extensions ? ".md, .markdown or .txt" : ".yaml");
        list->complete = false;
    }
    list->complete = list->complete && folders.complete && complete;
    drafts_free(&folders);
}

void drafts_gather(struct draft_list *list, const char *const *operands, size_t count,
                   const char *const *extensions) {
    *list = (struct draft_list){.complete = true};
    if (!count) {
        add_path(list, "-", "");
    }
    for (size_t i = 0; i < count; i++) {
        struct stat about;
        if (strcmp(operands[i], "-") != 0 && stat(operands[i], &about) != 0) {
            say_failed(list, operands[i], errno);
        } else if (strcmp(operands[i], "-") != 0 && S_ISDIR(about.st_mode)) {
            walk(list, operands[i], extensions);
        } else {
            add_path(list, operands[i], "");
        }
    }
}

void drafts_free(struct draft_list *list) {
    while (list->count) {
        free(list->paths[--list->count]);
    }
    free(list->paths);
    list->paths = NULL;
}
