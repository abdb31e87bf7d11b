CREATE TABLE `request_contacts` (
	`request_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`reach` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `request_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`request_id` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`on` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_steps_kind" CHECK("request_steps"."kind" in ('acknowledged', 'asked', 'heard', 'extended', 'told', 'answered', 'refused', 'taken-back'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `request_steps_request` ON `request_steps` (`request_id`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`message_id` integer,
	`text` text NOT NULL,
	`received_on` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "requests_kind" CHECK("requests"."kind" in ('access', 'correction', 'erasure', 'objection', 'complaint'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_message` ON `requests` (`message_id`,`kind`) WHERE "requests"."message_id" is not null;--> statement-breakpoint
CREATE TRIGGER `requests_kept` BEFORE UPDATE ON `requests` WHEN NEW.text NOT IN (OLD.text, '') OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind
  OR NEW.message_id IS NOT OLD.message_id OR NEW.received_on <> OLD.received_on OR NEW.person_id <> OLD.person_id OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'requests is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `requests_stay` BEFORE DELETE ON `requests` BEGIN SELECT RAISE(ABORT, 'requests is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `request_steps_kept` BEFORE UPDATE ON `request_steps` WHEN NEW.words NOT IN (OLD.words, '') OR NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id
  OR NEW.kind <> OLD.kind OR NEW."on" <> OLD."on" OR NEW.person_id <> OLD.person_id OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'request_steps is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `request_steps_stay` BEFORE DELETE ON `request_steps` BEGIN SELECT RAISE(ABORT, 'request_steps is only added to'); END;
