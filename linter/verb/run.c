/*
 * Drafts, one after the other. In: their names. Out: each, read and checked, to the command that
 * looks at it, in the order of the names however many are checked at a time, and to standard error
 * what happened: proviso: draft.md: 3 bytes are not UTF-8
 */
#include "draft.h"
#include "memory.h"
#include "message.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* What the threads share. Draft i waits in slot i modulo `slots` until it has been visited. */
struct desk {
    struct draft_run *run;
    const struct draft_list *list;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct draft *drafts;
    bool *ready;
    size_t slots, next, visited;
    bool stopped;
};

static void read_draft(const struct draft_run *run, const char *name, struct draft *draft) {
    struct proviso_options options = {
        .profile = run->options->profile, .speller = run->speller, .why = run->options->why};
    struct proviso_source source = {.path = strcmp(name, "-") ? name : "<stdin>"};
    char *bytes;
    *draft = (struct draft){.path = source.path};
    if (!file_read(name, &bytes, &source.length, &draft->error)) {
        return;
    }
    source.bytes = bytes;
    draft->document = proviso_document_read(run->lexicon, &source, &options, &draft->error);
    free(bytes);
    if (draft->document && run->check) {
        draft->findings =
            proviso_check_with(draft->document, run->others, run->other_count, &draft->error);
        if (!draft->findings) {
            proviso_document_free(draft->document);
            draft->document = NULL;
        }
    }
}

static void release_draft(struct draft *draft) {
    proviso_findings_free(draft->findings);
    proviso_document_free(draft->document);
}

static size_t count_findings(const struct draft_run *run, const struct draft *draft) {
    size_t count = 0;
    for (unsigned level = run->options->fail_on; draft->findings && level < FAIL_ON_NEVER;
         level++) {
        count += proviso_findings_count(draft->findings, (enum proviso_severity)level);
    }
    return count;
}

/* Says what there is to say and shows the draft. `*read`: it could be read. */
static bool visit_draft(struct draft_run *run, const struct draft *draft, bool *read) {
    *read = draft->document != NULL;
    if (!*read) {
        message_error(draft->path, &draft->error);
        return true;
    }
    const char *remark;
    for (size_t i = 0; (remark = proviso_document_remark(draft->document, i)) != NULL; i++) {
        message(draft->path, "%s", remark);
    }
    run->findings += count_findings(run, draft);
    return run->visit(run->context, draft);
}

static bool run_alone(struct draft_run *run, const struct draft_list *list) {
    bool complete = true, go_on = true;
    for (size_t i = 0; i < list->count && go_on; i++) {
        struct draft draft;
        bool read;
        read_draft(run, list->paths[i], &draft);
        go_on = visit_draft(run, &draft, &read);
        complete = complete && read;
        release_draft(&draft);
    }
    return complete && go_on;
}

static void *work(void *context) {
    struct desk *desk = context;
    pthread_mutex_lock(&desk->lock);
    while (!desk->stopped && desk->next < desk->list->count) {
        if (desk->next >= desk->visited + desk->slots) {
            pthread_cond_wait(&desk->changed, &desk->lock);
            continue;
        }
        size_t index = desk->next++;
        pthread_mutex_unlock(&desk->lock);
        read_draft(desk->run, desk->list->paths[index], &desk->drafts[index % desk->slots]);
        pthread_mutex_lock(&desk->lock);
        desk->ready[index % desk->slots] = true;
        pthread_cond_broadcast(&desk->changed);
    }
    pthread_mutex_unlock(&desk->lock);
    return NULL;
}

/* Visits drafts in their order as they become ready. */
static bool visit_all(struct desk *desk) {
    bool complete = true, go_on = true;
    for (size_t i = 0; i < desk->list->count && go_on; i++) {
        size_t slot = i % desk->slots;
        bool read;
        pthread_mutex_lock(&desk->lock);
        while (!desk->ready[slot]) {
            pthread_cond_wait(&desk->changed, &desk->lock);
        }
        pthread_mutex_unlock(&desk->lock);
        go_on = visit_draft(desk->run, &desk->drafts[slot], &read);
        complete = complete && read;
        release_draft(&desk->drafts[slot]);
        pthread_mutex_lock(&desk->lock);
        desk->ready[slot] = false;
        desk->visited = i + 1;
        pthread_cond_broadcast(&desk->changed);
        pthread_mutex_unlock(&desk->lock);
    }
    return complete && go_on;
}

static bool run_together(struct desk *desk, pthread_t *threads, size_t jobs) {
    size_t started = 0;
    while (started < jobs && pthread_create(&threads[started], NULL, work, desk) == 0) {
        started++;
    }
    if (!started) {
        return run_alone(desk->run, desk->list);
    }
    bool complete = visit_all(desk);
    pthread_mutex_lock(&desk->lock);
    desk->stopped = true;
    pthread_cond_broadcast(&desk->changed);
    pthread_mutex_unlock(&desk->lock);
    for (size_t i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
    for (size_t i = 0; i < desk->slots; i++) {
        if (desk->ready[i]) {
            release_draft(&desk->drafts[i]);
        }
    }
    return complete;
}

static bool run_list(struct draft_run *run, const struct draft_list *list) {
    size_t jobs = run->options->jobs < list->count ? run->options->jobs : list->count;
    if (jobs < 2) {
        return run_alone(run, list);
    }
    struct desk desk = {.run = run, .list = list, .slots = 2 * jobs};
    pthread_t *threads = calloc(jobs, sizeof *threads);
    desk.drafts = calloc(desk.slots, sizeof *desk.drafts);
    desk.ready = calloc(desk.slots, sizeof *desk.ready);
    pthread_mutex_init(&desk.lock, NULL);
    pthread_cond_init(&desk.changed, NULL);
    bool complete = threads && desk.drafts && desk.ready ? run_together(&desk, threads, jobs)
                                                         : run_alone(run, list);
    pthread_cond_destroy(&desk.changed);
    pthread_mutex_destroy(&desk.lock);
    free(threads);
    free(desk.drafts);
    free(desk.ready);
    return complete;
}

/* Reads the instruments of --with, which no other instrument is read along with. */
static bool read_others(struct draft_run *run, struct draft *others) {
    const struct options *options = run->options;
    struct draft_run alone = {.options = options, .lexicon = run->lexicon, .check = true};
    for (size_t i = 0; i < options->with_count; i++) {
        read_draft(&alone, options->with[i], &others[i]);
        if (!others[i].findings) {
            message_error(others[i].path, &others[i].error);
            return false;
        }
        run->others[run->other_count++] = others[i].findings;
    }
    return true;
}

/* With the instruments of --with. */
static bool run_with(struct draft_run *run, const struct draft_list *list) {
    size_t count = run->options->with_count;
    if (count == 0) {
        return run_list(run, list);
    }
    struct draft *others = calloc(count, sizeof *others);
    run->others = calloc(count, sizeof *run->others);
    bool complete = others && run->others && read_others(run, others) && run_list(run, list);
    for (size_t i = 0; others && i < count; i++) {
        release_draft(&others[i]);
    }
    free(others);
    free(run->others);
    run->others = NULL;
    run->other_count = 0;
    return complete;
}

bool drafts_run(struct draft_run *run, const struct draft_list *list) {
    struct spelling *spelling = run->options->spelling ? spelling_open() : NULL;
    if (run->options->spelling && !spelling) {
        return false;
    }
    memory_prepare();
    run->speller = spelling ? spelling_speller(spelling) : NULL;
    bool complete = run_with(run, list);
    spelling_close(spelling);
    return complete;
}

int run_status(bool complete, size_t findings) {
    return !complete ? STATUS_FAILED : findings ? STATUS_FINDINGS : STATUS_CLEAN;
}
