-- New passages would wait in the index's pending list, which every search reads in full: a search took three times as
-- long until a vacuum came by. Documents are written seldom and searched with every question.
ALTER INDEX "passages_search_idx" SET (fastupdate = off);
SELECT gin_clean_pending_list('passages_search_idx');
