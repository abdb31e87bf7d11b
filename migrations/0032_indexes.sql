CREATE INDEX `named_people_action` ON `named_people` (`action_id`);--> statement-breakpoint
CREATE INDEX `named_people_concern` ON `named_people` (`concern_id`);--> statement-breakpoint
CREATE INDEX `concerns_split` ON `concerns` (`split_from_id`);--> statement-breakpoint
CREATE INDEX `merges_into` ON `merges` (`into_id`);--> statement-breakpoint
CREATE INDEX `comments_draft` ON `comments` (`draft_id`);--> statement-breakpoint
CREATE INDEX `overrulings_publication` ON `overrulings` (`publication_id`);--> statement-breakpoint
CREATE INDEX `publications_concern` ON `publications` (`concern_id`);--> statement-breakpoint
CREATE INDEX `publications_kind_slug` ON `publications` (`kind`,`slug`);--> statement-breakpoint
CREATE INDEX `releases_draft` ON `releases` (`draft_id`);