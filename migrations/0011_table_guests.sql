CREATE TABLE `table_guests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`role` text NOT NULL,
	`count` integer NOT NULL,
	`presence` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "table_guests_presence" CHECK("table_guests"."presence" in ('present', 'sent-someone', 'apologies', 'absent'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `table_guests_table` ON `table_guests` (`round_table_id`);--> statement-breakpoint
ALTER TABLE `attendance` ADD `sent_role` text;