-- The tables of the shop, for SQLite and PostgreSQL alike. Times are ISO 8601 in UTC, money is in cents.
CREATE TABLE schema_version (version INTEGER NOT NULL);
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_seen_at TEXT,
  visits INTEGER NOT NULL
);
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  unit_cents INTEGER NOT NULL,
  created_at TEXT NOT NULL
);
CREATE TABLE inventory (
  product_id INTEGER PRIMARY KEY,
  stock INTEGER NOT NULL
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL
);
CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  unit_cents INTEGER NOT NULL
);
