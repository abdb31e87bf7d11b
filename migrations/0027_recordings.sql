CREATE TABLE `recordings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` integer NOT NULL,
	`language` text NOT NULL,
	`hash` text NOT NULL,
	`size` integer NOT NULL,
	`seconds` integer NOT NULL,
	`bytes` blob,
	`reads` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recordings_concern` ON `recordings` (`concern_id`);--> statement-breakpoint
CREATE TRIGGER `recordings_kept` BEFORE UPDATE ON `recordings` WHEN (NEW.bytes IS NOT OLD.bytes AND NEW.bytes IS NOT NULL) OR NEW.reads NOT IN (OLD.reads, '') OR NEW.id <> OLD.id OR NEW.concern_id <> OLD.concern_id OR NEW.language <> OLD.language OR NEW.hash <> OLD.hash OR NEW.size <> OLD.size OR NEW.seconds <> OLD.seconds OR NEW.person_id <> OLD.person_id OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'a recording stays as it was put here, or goes'); END;
--> statement-breakpoint
CREATE TRIGGER `recordings_stay` BEFORE DELETE ON `recordings`
BEGIN SELECT RAISE(ABORT, 'a recording stays as it was put here, or goes'); END;
