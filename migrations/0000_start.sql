CREATE TABLE `acceptances` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`terms_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`accepted` integer DEFAULT false NOT NULL,
	`words` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`terms_id`) REFERENCES `action_terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `acceptances_terms` ON `acceptances` (`terms_id`);--> statement-breakpoint
CREATE TABLE `action_concerns` (
	`action_id` integer NOT NULL,
	`concern_id` integer NOT NULL,
	PRIMARY KEY(`action_id`, `concern_id`),
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_concerns_concern` ON `action_concerns` (`concern_id`);--> statement-breakpoint
CREATE TABLE `action_terms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`lead_id` integer,
	`seat_id` integer,
	`by` text,
	`proposed` integer DEFAULT false NOT NULL,
	`reason` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "action_terms_kind" CHECK("action_terms"."kind" in ('one-off', 'standing', 'question'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_terms_action` ON `action_terms` (`action_id`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`round_table_id` integer,
	`depth` text DEFAULT 'table' NOT NULL,
	`ground` text,
	`agreed_at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actions_depth" CHECK("actions"."depth" in ('public', 'table', 'named'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `actions_table` ON `actions` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft_id` integer NOT NULL,
	`alone` integer DEFAULT false NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `approvals_draft` ON `approvals` (`draft_id`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`seat_id` integer,
	`guest_role` text,
	`presence` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendance_presence" CHECK("attendance"."presence" in ('present', 'sent-someone', 'apologies', 'absent'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `attendance_table` ON `attendance` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `closings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`round_table_id` integer,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `closings_action` ON `closings` (`action_id`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	`text` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `concern_wordings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` integer NOT NULL,
	`text` text NOT NULL,
	`theme_id` integer,
	`area_id` integer,
	`reason` text,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `labels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `labels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `concern_wordings_concern` ON `concern_wordings` (`concern_id`);--> statement-breakpoint
CREATE TABLE `concerns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`raised_on` text NOT NULL,
	`origin_kind` text NOT NULL,
	`origin_note` text,
	`round_table_id` integer,
	`depth` text DEFAULT 'table' NOT NULL,
	`ground` text,
	`split_from_id` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "concerns_depth" CHECK("concerns"."depth" in ('public', 'table', 'named')),
	CONSTRAINT "concerns_origin" CHECK("concerns"."origin_kind" in ('round-table', 'survey', 'stall', 'workshop', 'programme', 'phone', 'form', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `concerns_table` ON `concerns` (`round_table_id`);--> statement-breakpoint
CREATE TABLE `copies` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`published_on` text NOT NULL,
	`standing` text,
	`words` text NOT NULL,
	`change_kind` text NOT NULL,
	`change_words` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `copies_kind_slug_version` ON `copies` (`kind`,`slug`,`version`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`telling_id` integer NOT NULL,
	`words` text NOT NULL,
	`covers_ids` text NOT NULL,
	`writer_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`telling_id`) REFERENCES `tellings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `drafts_telling` ON `drafts` (`telling_id`);--> statement-breakpoint
CREATE TABLE `expected_organisations` (
	`round_table_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	PRIMARY KEY(`round_table_id`, `organisation_id`),
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `guarded_words` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`word` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `holdings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`seat_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `holdings_seat` ON `holdings` (`seat_id`);--> statement-breakpoint
CREATE TABLE `journal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`person_id` integer,
	`verb` text NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `journal_noun` ON `journal` (`noun`,`noun_id`);--> statement-breakpoint
CREATE TABLE `kept_forms` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`path` text NOT NULL,
	`fields` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `labels` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`ended_on` text,
	CONSTRAINT "labels_kind" CHECK("labels"."kind" in ('theme', 'area'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `labels_kind_code` ON `labels` (`kind`,`code`);--> statement-breakpoint
CREATE TABLE `merges` (
	`concern_id` integer PRIMARY KEY NOT NULL,
	`into_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `minute_corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `named_people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` integer,
	`action_id` integer,
	`person_id` integer NOT NULL,
	`added_by_id` integer NOT NULL,
	`at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `named_people_person` ON `named_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`public_name` text NOT NULL,
	`expected` integer DEFAULT false NOT NULL,
	`ended_on` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_code_unique` ON `organisations` (`code`);--> statement-breakpoint
CREATE TABLE `overrulings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`telling_id` integer NOT NULL,
	`key` text NOT NULL,
	`found` text NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`telling_id`) REFERENCES `tellings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`approves` integer DEFAULT false NOT NULL,
	`organisation_id` integer NOT NULL,
	`totp_secret` text,
	`totp_step` integer,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "people_role" CHECK("people"."role" in ('coordinator', 'approver', 'member', 'observer'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`) WHERE "people"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `priorities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`concern_id` integer NOT NULL,
	`round_table_id` integer,
	`agreed` integer DEFAULT false NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `priorities_concern` ON `priorities` (`concern_id`);--> statement-breakpoint
CREATE TABLE `publications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft_id` integer NOT NULL,
	`copy_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `reopenings` (
	`closing_id` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`closing_id`) REFERENCES `closings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `round_tables` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`slug` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text,
	`place` text,
	`residents` integer,
	`opened_at` text,
	`finished_at` text,
	`agreed_at` text,
	`agreed_at_table_id` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `round_tables_slug_unique` ON `round_tables` (`slug`);--> statement-breakpoint
CREATE TABLE `seats` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`title` text NOT NULL,
	`ended_on` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`second_factor_at` text,
	`pending_secret` text,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `set_up_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `set_up_links_token_hash_unique` ON `set_up_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `settings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`reason` text,
	`person_id` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`browser_hash` text NOT NULL,
	`person_id` integer,
	`code_hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_codes_browser_hash_unique` ON `sign_in_codes` (`browser_hash`);--> statement-breakpoint
CREATE TABLE `table_concerns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_table_id` integer NOT NULL,
	`concern_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `table_concerns_both` ON `table_concerns` (`round_table_id`,`concern_id`);--> statement-breakpoint
CREATE TABLE `take_backs` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `tellings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`concern_id` integer,
	`round_table_id` integer,
	`year` text,
	`slug` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`concern_id`) REFERENCES `concerns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tellings_kind" CHECK("tellings"."kind" in ('entry', 'round-table', 'year', 'partnership'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `term_helpers` (
	`terms_id` integer NOT NULL,
	`organisation_id` integer NOT NULL,
	PRIMARY KEY(`terms_id`, `organisation_id`),
	FOREIGN KEY (`terms_id`) REFERENCES `action_terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `updates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`action_id` integer NOT NULL,
	`status` text NOT NULL,
	`text` text NOT NULL,
	`waiting_for` text,
	`on` text,
	`organisation_id` integer,
	`seat_id` integer,
	`person_id` integer NOT NULL,
	`round_table_id` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_table_id`) REFERENCES `round_tables`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "updates_status" CHECK("updates"."status" in ('not-started', 'under-way', 'waiting', 'done', 'could-not'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `updates_action` ON `updates` (`action_id`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`on` text NOT NULL,
	`ground` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawals_kind_slug` ON `withdrawals` (`kind`,`slug`);
--> statement-breakpoint
CREATE TRIGGER `journal_kept` BEFORE UPDATE ON `journal`
BEGIN SELECT RAISE(ABORT, 'journal is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_stays` BEFORE DELETE ON `journal`
BEGIN SELECT RAISE(ABORT, 'journal is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `drafts_kept` BEFORE UPDATE ON `drafts`
BEGIN SELECT RAISE(ABORT, 'drafts is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `drafts_stays` BEFORE DELETE ON `drafts`
BEGIN SELECT RAISE(ABORT, 'drafts is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `approvals_kept` BEFORE UPDATE ON `approvals`
BEGIN SELECT RAISE(ABORT, 'approvals is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `approvals_stays` BEFORE DELETE ON `approvals`
BEGIN SELECT RAISE(ABORT, 'approvals is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `updates_kept` BEFORE UPDATE ON `updates`
BEGIN SELECT RAISE(ABORT, 'updates is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `updates_stays` BEFORE DELETE ON `updates`
BEGIN SELECT RAISE(ABORT, 'updates is only added to'); END;
--> statement-breakpoint
CREATE TRIGGER `copies_frozen` BEFORE UPDATE ON `copies` WHEN NEW.words <> '{}' OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.slug <> OLD.slug OR NEW.version <> OLD.version OR NEW.published_on <> OLD.published_on OR NEW.standing IS NOT OLD.standing OR NEW.change_kind <> OLD.change_kind OR NEW.change_words <> ''
BEGIN SELECT RAISE(ABORT, 'a copy is frozen; only its words can be blanked'); END;
--> statement-breakpoint
CREATE TRIGGER `copies_stay` BEFORE DELETE ON `copies`
BEGIN SELECT RAISE(ABORT, 'a copy is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_kept` BEFORE UPDATE ON `withdrawals`
BEGIN SELECT RAISE(ABORT, 'a withdrawal stands'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_stay` BEFORE DELETE ON `withdrawals`
BEGIN SELECT RAISE(ABORT, 'a withdrawal stands'); END;
