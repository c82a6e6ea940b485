import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** What every message of the Jupyter protocol says about itself. */
export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A message of the Jupyter protocol, version 5.3. */
export interface Message {
  /** The routing prefix: who is to receive a reply, or the topic of a broadcast. */
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  /** Header of the message that this one answers; empty when there is none. */
  readonly parent: Header | Record<string, never>;
  readonly metadata: Readonly<Record<string, unknown>>;
  // The content's shape depends on the message type; whoever asks for a type knows its shape. It may be given as JSON.
  readonly content: any;
}

/** How to reach a kernel, as a front end writes it into the connection file. */
export interface ConnectionInfo {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  readonly key: string;
  readonly signature_scheme: "hmac-sha256";
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
}

const DELIMITER = Buffer.from("<IDS|MSG>");

/** The address of one of a kernel's sockets; port 0 asks the system for a free one when binding. */
export function addressOf({ transport, ip }: ConnectionInfo, port: number): string {
  return transport === "ipc" ? `ipc://${ip}-${port}` : `tcp://${ip}:${port === 0 ? "*" : port}`;
}

/** Make a header with an id of its own. */
export function makeHeader(msgType: string, session: string, username = "clicks-to-streets"): Header {
  const date = new Date().toISOString();
  return { msg_id: randomUUID(), msg_type: msgType, session, username, date, version: "5.3" };
}

/**
 * Sign a message and lay it out as the frames that go over the wire.
 *
 * @param key  the connection's key; empty for no signature
 */
export function encodeMessage(message: Message, key: string): Uint8Array[] {
  const { identities, header, parent, metadata, content } = message;
  const parts = [header, parent, metadata, content].map((part) =>
    Buffer.from(typeof part === "string" ? part : JSON.stringify(part)),
  );
  return [...identities, DELIMITER, Buffer.from(sign(parts, key)), ...parts];
}

/**
 * Read the frames of a message and check their signature.
 *
 * @throws Error when the frames are no message, or were not signed with `key`
 */
export function decodeMessage(frames: readonly Uint8Array[], key: string): Message {
  const at = frames.findIndex((frame) => DELIMITER.equals(frame));
  const parts = frames.slice(at + 2, at + 6);
  if (at < 0 || parts.length < 4)
    throw new Error(`message: needed a delimiter and 5 frames, found ${frames.length} frames`);

  const wanted = Buffer.from(sign(parts, key));
  const found = Buffer.from(frames[at + 1] ?? []);
  if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) {
    throw new Error("message: needed a signature made with this connection's key, found another");
  }
  const [header, parent, metadata, content] = parts.map((part) =>
    JSON.parse(Buffer.from(part).toString("utf8")),
  );
  return { identities: frames.slice(0, at), header, parent, metadata, content };
}

function sign(parts: readonly Uint8Array[], key: string): string {
  if (key === "") return "";
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
