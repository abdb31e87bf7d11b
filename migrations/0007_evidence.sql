CREATE TABLE `copy_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`hash` text NOT NULL,
	`bytes` blob NOT NULL,
	`text` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `copy_files_one` ON `copy_files` (`kind`,`slug`,`hash`);--> statement-breakpoint
CREATE TABLE `leaflet_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`leaflet_id` integer NOT NULL,
	`language` text NOT NULL,
	`hash` text NOT NULL,
	`size` integer NOT NULL,
	`bytes` blob,
	`text` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`leaflet_id`) REFERENCES `leaflets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `leaflet_files_leaflet` ON `leaflet_files` (`leaflet_id`);--> statement-breakpoint
CREATE TABLE `leaflet_handings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`leaflet_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`to_whom` text NOT NULL,
	`on` text,
	`copies` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`leaflet_id`) REFERENCES `leaflets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `leaflet_handings_leaflet` ON `leaflet_handings` (`leaflet_id`);--> statement-breakpoint
CREATE TABLE `leaflet_terms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`leaflet_id` integer NOT NULL,
	`title` text NOT NULL,
	`organisation_id` integer,
	`version` text NOT NULL,
	`languages` text NOT NULL,
	`answers` text NOT NULL,
	`action_id` integer,
	`place` text NOT NULL,
	`replaces_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`leaflet_id`) REFERENCES `leaflets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces_id`) REFERENCES `leaflets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `leaflet_terms_leaflet` ON `leaflet_terms` (`leaflet_id`);--> statement-breakpoint
CREATE TABLE `leaflets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `opportunity_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`point_id` integer NOT NULL,
	`concern_id` integer,
	`action_id` integer,
	`words` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`point_id`) REFERENCES `programme_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `opportunity_steps_point` ON `opportunity_steps` (`point_id`);--> statement-breakpoint
CREATE TABLE `outcome_sights` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`point_id` integer NOT NULL,
	`strength` text NOT NULL,
	`words` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`point_id`) REFERENCES `programme_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outcome_sights_strength" CHECK("outcome_sights"."strength" in ('counted', 'told', 'view', 'early'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `outcome_sights_point` ON `outcome_sights` (`point_id`);--> statement-breakpoint
CREATE TABLE `phase_handovers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`phase_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`from_role` text NOT NULL,
	`to_role` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`phase_id`) REFERENCES `phases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `phase_handovers_phase` ON `phase_handovers` (`phase_id`);--> statement-breakpoint
CREATE TABLE `phases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`name` text NOT NULL,
	`starts_on` text,
	`pairings` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `phases_programme` ON `phases` (`programme_id`);--> statement-breakpoint
CREATE TABLE `programme_alumni` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`agreed` integer DEFAULT false NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_alumni_person` ON `programme_alumni` (`person_id`);--> statement-breakpoint
CREATE TABLE `programme_partners` (
	`terms_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	PRIMARY KEY(`terms_id`, `organisation_id`),
	FOREIGN KEY (`terms_id`) REFERENCES `programme_terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `programme_people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`added_by_id` integer NOT NULL,
	`at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_people_person` ON `programme_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `programme_points` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`kind` text NOT NULL,
	`theme` text,
	`text` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_points_kind" CHECK("programme_points"."kind" in ('outcome', 'learning', 'opportunity'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_points_programme` ON `programme_points` (`programme_id`);--> statement-breakpoint
CREATE TABLE `programme_terms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`programme_id` integer NOT NULL,
	`name` text NOT NULL,
	`aim` text NOT NULL,
	`starts_on` text,
	`length` text NOT NULL,
	`agreement` text NOT NULL,
	`support` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_terms_programme` ON `programme_terms` (`programme_id`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`depth` text DEFAULT 'table' NOT NULL,
	`ground` text,
	`created_at` text NOT NULL,
	CONSTRAINT "programmes_depth" CHECK("programmes"."depth" in ('public', 'table', 'named'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_tellings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`concern_id` integer,
	`round_table_id` integer,
	`quote_id` integer,
	`event_id` integer,
	`leaflet_id` integer,
	`programme_id` integer,
	`year` text,
	`slug` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tellings_kind" CHECK("__new_tellings"."kind" in ('entry', 'round-table', 'year', 'partnership', 'translation', 'quote', 'event', 'leaflet', 'programme'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_tellings`("id", "kind", "concern_id", "round_table_id", "quote_id", "event_id", "leaflet_id", "programme_id", "year", "slug", "created_at") SELECT "id", "kind", "concern_id", "round_table_id", "quote_id", NULL, NULL, NULL, "year", "slug", "created_at" FROM `tellings`;--> statement-breakpoint
DROP TABLE `tellings`;--> statement-breakpoint
ALTER TABLE `__new_tellings` RENAME TO `tellings`;--> statement-breakpoint
ALTER TABLE `unrecorded_sessions` ADD `programme_id` integer;
--> statement-breakpoint
CREATE TRIGGER `leaflet_terms_stay` BEFORE DELETE ON `leaflet_terms`
BEGIN SELECT RAISE(ABORT, 'leaflet_terms is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `programme_terms_stay` BEFORE DELETE ON `programme_terms`
BEGIN SELECT RAISE(ABORT, 'programme_terms is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `outcome_sights_kept` BEFORE UPDATE ON `outcome_sights`
BEGIN SELECT RAISE(ABORT, 'outcome_sights is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `outcome_sights_stay` BEFORE DELETE ON `outcome_sights`
BEGIN SELECT RAISE(ABORT, 'outcome_sights is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `programme_alumni_kept` BEFORE UPDATE ON `programme_alumni`
BEGIN SELECT RAISE(ABORT, 'programme_alumni is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `programme_alumni_stay` BEFORE DELETE ON `programme_alumni`
BEGIN SELECT RAISE(ABORT, 'programme_alumni is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `copy_files_frozen` BEFORE UPDATE ON `copy_files`
BEGIN SELECT RAISE(ABORT, 'a file that is public stays as it was approved, or goes'); END;
--> statement-breakpoint
CREATE TRIGGER `leaflet_files_kept` BEFORE UPDATE ON `leaflet_files` WHEN (NEW.bytes IS NOT OLD.bytes AND NEW.bytes IS NOT NULL) OR NEW.text NOT IN (OLD.text, '') OR NEW.id <> OLD.id OR NEW.leaflet_id <> OLD.leaflet_id OR NEW.language <> OLD.language OR NEW.hash <> OLD.hash OR NEW.size <> OLD.size OR NEW.person_id <> OLD.person_id OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'a file stays as it was put here, or goes'); END;
--> statement-breakpoint
CREATE TRIGGER `leaflet_files_stay` BEFORE DELETE ON `leaflet_files`
BEGIN SELECT RAISE(ABORT, 'a file stays as it was put here, or goes'); END;
