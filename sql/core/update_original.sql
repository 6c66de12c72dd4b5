-- Purpose: say of an article which other it copies, or that it is an original.
-- Grain: one article.
-- Parameters: article_id, original_article_id, copy_kind, copy_similarity
UPDATE core.article
SET original_article_id = %(original_article_id)s, copy_kind = %(copy_kind)s, copy_similarity = %(copy_similarity)s
WHERE article_id = %(article_id)s;
