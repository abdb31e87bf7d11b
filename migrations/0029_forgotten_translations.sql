DROP TRIGGER `drafts_kept`;
--> statement-breakpoint
CREATE TRIGGER `drafts_kept` BEFORE UPDATE ON `drafts` WHEN NOT (json_extract(OLD.words, '$.kind') = json_extract(NEW.words, '$.kind')
  AND ((json_extract(NEW.words, '$.kind') = 'quote' AND json_extract(NEW.words, '$.words') = '' AND json_extract(NEW.words, '$.role') = '')
    OR (json_extract(NEW.words, '$.kind') = 'photo' AND json_extract(NEW.words, '$.alt') = '')
    OR (json_extract(NEW.words, '$.kind') = 'translation' AND json_extract(OLD.words, '$.of.kind') IN ('quote', 'photo')
      AND json_extract(NEW.words, '$.of') = json_extract(OLD.words, '$.of') AND json_extract(NEW.words, '$.pieces') = '[]'))
  AND NEW.id = OLD.id AND NEW.publication_id = OLD.publication_id AND NEW.covers_ids = OLD.covers_ids AND NEW.writer_id = OLD.writer_id AND NEW.at = OLD.at)
BEGIN SELECT RAISE(ABORT, 'drafts is only added to'); END;
