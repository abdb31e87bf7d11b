CREATE TABLE `event_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`action_id` integer,
	`concern_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_links_event` ON `event_links` (`event_id`);--> statement-breakpoint
CREATE INDEX `event_links_action` ON `event_links` (`action_id`);--> statement-breakpoint
CREATE INDEX `event_links_concern` ON `event_links` (`concern_id`);--> statement-breakpoint
CREATE TABLE `event_options` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`text` text NOT NULL,
	`hands` integer,
	`chosen` integer DEFAULT false NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_options_event` ON `event_options` (`event_id`);--> statement-breakpoint
CREATE TABLE `event_organisations` (
	`terms_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`brought` text NOT NULL,
	PRIMARY KEY(`terms_id`, `organisation_id`),
	FOREIGN KEY (`terms_id`) REFERENCES `event_terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `event_people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`added_by_id` integer NOT NULL,
	`at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_people_person` ON `event_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `event_terms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`held_on` text,
	`starts_at` text,
	`place` text,
	`area_id` integer,
	`head_count` integer,
	`topics` text,
	`took_away` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `labels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_terms_kind" CHECK("event_terms"."kind" in ('stall', 'workshop', 'tournament', 'community', 'survey', 'training', 'launch'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_terms_event` ON `event_terms` (`event_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`depth` text DEFAULT 'table' NOT NULL,
	`ground` text,
	`series_id` integer,
	`created_at` text NOT NULL,
	CONSTRAINT "events_depth" CHECK("events"."depth" in ('public', 'table', 'named'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `finding_concerns` (
	`finding_id` integer NOT NULL,
	`concern_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`finding_id`, `concern_id`),
	FOREIGN KEY (`finding_id`) REFERENCES `findings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `finding_concerns_concern` ON `finding_concerns` (`concern_id`);--> statement-breakpoint
CREATE TABLE `findings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`text` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `findings_event` ON `findings` (`event_id`);--> statement-breakpoint
CREATE TABLE `taps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_id` integer NOT NULL,
	`key` text NOT NULL,
	`grouping` text NOT NULL,
	`group` text NOT NULL,
	`count` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `taps_key_unique` ON `taps` (`key`);--> statement-breakpoint
CREATE INDEX `taps_event` ON `taps` (`event_id`);
--> statement-breakpoint
CREATE TRIGGER `event_terms_stay` BEFORE DELETE ON `event_terms`
BEGIN SELECT RAISE(ABORT, 'event_terms is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `taps_stay` BEFORE DELETE ON `taps`
BEGIN SELECT RAISE(ABORT, 'taps is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `taps_kept` BEFORE UPDATE ON `taps`
BEGIN SELECT RAISE(ABORT, 'taps is only added to'); END;
