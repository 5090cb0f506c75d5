/** `google.rpc.Code`: in the body of an error over HTTP, in `grpc-status` over gRPC. */
export const RPC = {
  ok: 0,
  invalid: 3,
  deadlineExceeded: 4,
  notFound: 5,
  exhausted: 8,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
} as const;
