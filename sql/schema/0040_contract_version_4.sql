-- What came to the marts with pairs of groups event by event, and with publishers' edits.

INSERT INTO mart.contract_version (version, changed_on, added) VALUES (4, '2026-11-28', 'dyad_card, article_change');
