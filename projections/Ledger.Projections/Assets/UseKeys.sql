create unique index if not exists asset_use_pkey on asset_use (story_id, block_id);
create index if not exists asset_use_asset on asset_use (asset_id);
