-- Links for BI tools that render HTML in the cells of a table (Superset does). Titles, words and addresses come from feeds, so that
-- anybody may have written them: what is shown as HTML is escaped here, and only http and https become links.

CREATE FUNCTION mart.html_text(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(words, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;');
COMMENT ON FUNCTION mart.html_text IS 'Words of others as HTML that shows them and does nothing else.';

CREATE FUNCTION mart.html_link(address text, words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN address ~* '^https?://[^[:space:][:cntrl:]]+$'
    THEN '<a href="' || mart.html_text(address) || '" target="_blank" rel="noopener noreferrer">'
         || mart.html_text(coalesce(nullif(btrim(words), ''), address)) || '</a>'
    ELSE '<span>' || mart.html_text(coalesce(nullif(btrim(words), ''), address, '')) || '</span>'
END;
COMMENT ON FUNCTION mart.html_link IS 'A link with these words as HTML; the words alone where the address is not of http or https.';
