/** What a client knows of one service from its own calls, as `GET /api/services/status` shows it. */
export interface ServiceStatus {
  readonly url: string;
  readonly health: {
    /**
     * - `unknown`: no call within the window
     * - `unhealthy`: the breaker is open, or the last three calls failed, or every call of the window
     * - `degraded`: some calls of the window failed, or the breaker tries whether the service is back
     */
    readonly status: 'healthy' | 'degraded' | 'unhealthy' | 'unknown';
    /** Of the last call, in milliseconds; null before the first. */
    readonly responseTime: number | null;
    /** Share of the window's calls that did not fail, 0 to 100; null without calls. */
    readonly uptime: number | null;
    readonly consecutiveFailures: number;
    /** ISO 8601 time of the last call. */
    readonly lastCheck: string | null;
    /** Of the last failed call; null again as soon as one succeeds. */
    readonly error: string | null;
  };
  readonly circuitBreaker: {
    readonly state: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
    readonly failureCount: number;
    /** ISO 8601: when an open breaker lets a call through again. */
    readonly nextAttemptTime: string | null;
  };
  /** Over the rolling window of `windowMs`; null without calls. Times in milliseconds. */
  readonly metrics: {
    readonly windowMs: number;
    readonly requestCount: number;
    readonly errorCount: number;
    readonly averageResponseTime: number;
    readonly p50ResponseTime: number;
    readonly p95ResponseTime: number;
    readonly p99ResponseTime: number;
    /** Calls a second. */
    readonly throughput: number;
    /** 0 to 1. */
    readonly errorRate: number;
  } | null;
}
