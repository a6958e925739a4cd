create unique index if not exists asset_pkey on asset (id);
create index if not exists asset_due on asset (changed_at) where due is not null;
