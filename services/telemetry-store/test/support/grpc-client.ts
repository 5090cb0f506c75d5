import { Client, compressionAlgorithms, credentials, type ServiceError } from '@grpc/grpc-js';

export const openClient = (url: string, gzip = false): Client =>
  new Client(new URL(url).host, credentials.createInsecure(), {
    'grpc.default_compression_algorithm': gzip ? compressionAlgorithms.gzip : compressionAlgorithms.identity,
    'grpc.max_send_message_length': -1,
  });

/** The response, or the error that a client is given. */
export const callOf = (client: Client, path: string, message: Uint8Array): Promise<Buffer | ServiceError> =>
  new Promise((resolve) => {
    const asIs = (bytes: Buffer): Buffer => bytes;
    client.makeUnaryRequest(path, asIs, asIs, Buffer.from(message), (error, response) =>
      resolve(error ?? response ?? Buffer.alloc(0)),
    );
  });
