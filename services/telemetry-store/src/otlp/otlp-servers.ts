import { type GrpcServerOptions, startGrpcServer } from './grpc/grpc-server.ts';
import { startHttpServer } from './http/http-server.ts';

export interface OtlpServersOptions extends Omit<GrpcServerOptions, 'port'> {
  readonly httpPort: number;
  readonly grpcPort: number;
}

/** Both ways in, over one room for bodies and one ingest. */
export interface OtlpServers {
  readonly httpUrl: string;
  readonly grpcUrl: string;
  /** Takes no more connections and waits for the requests under way. */
  close(): Promise<void>;
}

export const startOtlpServers = async (options: OtlpServersOptions): Promise<OtlpServers> => {
  const http = await startHttpServer({ ...options, port: options.httpPort });
  try {
    const grpc = await startGrpcServer({ ...options, port: options.grpcPort });
    return {
      httpUrl: http.url,
      grpcUrl: grpc.url,
      close: async () => {
        await Promise.all([http.close(), grpc.close()]);
      },
    };
  } catch (error) {
    await http.close();
    throw error;
  }
};
