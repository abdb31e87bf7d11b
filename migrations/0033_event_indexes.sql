CREATE INDEX `event_people_event` ON `event_people` (`event_id`);--> statement-breakpoint
CREATE INDEX `events_series` ON `events` (`series_id`);