export { NO_CONNECTION, openPlanner, type Planner } from './planner.ts';
export type { TestRequest } from './test-request.ts';
export { startTestServer, type TestServer, type TestServerOptions } from './test-server.ts';
