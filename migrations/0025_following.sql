CREATE TABLE `follow_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`follower_id` integer NOT NULL,
	`follow_id` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`follower_id`) REFERENCES `followers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follow_id`) REFERENCES `follows`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_links_token_hash_unique` ON `follow_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `follow_links_follower` ON `follow_links` (`follower_id`);--> statement-breakpoint
CREATE TABLE `follows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`follower_id` integer NOT NULL,
	`scope` text NOT NULL,
	`of` text NOT NULL,
	`often` text NOT NULL,
	`language` text NOT NULL,
	`at` text NOT NULL,
	`confirmed_at` text,
	FOREIGN KEY (`follower_id`) REFERENCES `followers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "follows_scope" CHECK("follows"."scope" in ('all', 'entry', 'theme', 'area')),
	CONSTRAINT "follows_often" CHECK("follows"."often" in ('week', 'table'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `follows_follower` ON `follows` (`follower_id`);--> statement-breakpoint
INSERT INTO `follows`("follower_id", "scope", "of", "often", "language", "at", "confirmed_at") SELECT "id", 'all', '', 'table', "language", "at", "confirmed_at" FROM `followers` WHERE "ended_at" IS NULL;--> statement-breakpoint
INSERT INTO `follow_links`("token_hash", "follower_id", "follow_id", "at") SELECT sha256_hex("key"), f."id", w."id", f."at" FROM `followers` f JOIN `follows` w ON w."follower_id" = f."id" WHERE f."ended_at" IS NULL;--> statement-breakpoint
CREATE TABLE `__new_followers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`often` text DEFAULT 'table' NOT NULL,
	`at` text NOT NULL,
	`confirmed_at` text,
	`ended_at` text,
	CONSTRAINT "followers_often" CHECK("__new_followers"."often" in ('week', 'table'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_followers`("id", "email", "language", "often", "at", "confirmed_at", "ended_at") SELECT "id", "email", "language", 'table', "at", "confirmed_at", "ended_at" FROM `followers`;--> statement-breakpoint
DROP TABLE `followers`;--> statement-breakpoint
ALTER TABLE `__new_followers` RENAME TO `followers`;--> statement-breakpoint
CREATE UNIQUE INDEX `followers_email` ON `followers` (`email`) WHERE "followers"."ended_at" is null;