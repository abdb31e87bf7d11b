CREATE TABLE `list_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`noun` text NOT NULL,
	`noun_id` integer NOT NULL,
	`leaver_id` integer NOT NULL,
	`kind` text NOT NULL,
	`to_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`leaver_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "list_answers_noun" CHECK("list_answers"."noun" in ('concern', 'action', 'event', 'programme', 'message')),
	CONSTRAINT "list_answers_kind" CHECK("list_answers"."kind" in ('kept', 'handed-on', 'removed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `list_answers_leaver` ON `list_answers` (`leaver_id`);--> statement-breakpoint
CREATE TABLE `person_names` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`name` text NOT NULL,
	`until_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_names_person` ON `person_names` (`person_id`);--> statement-breakpoint
CREATE TABLE `seat_names` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seat_id` integer NOT NULL,
	`title` text NOT NULL,
	`until_at` text NOT NULL,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `seat_names_seat` ON `seat_names` (`seat_id`);--> statement-breakpoint
ALTER TABLE `holdings` ADD `ended_at` text;--> statement-breakpoint
ALTER TABLE `message_people` ADD `removed_at` text;