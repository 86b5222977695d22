/** The parts of tslab that repairs replace or use, as far as they do: most are private in tslab's own types. */

export interface Main {
  startKernel(options: { configPath: string; enableFindLocal: boolean; globalVersion: string }): void;
}

export interface JupyterModule {
  ZmqServer: { prototype: Server };
  JupyterHandlerImpl: { prototype: Handler };
}

export interface Server {
  connInfo: { key: string; transport: string; ip: string; control_port: number };
  iopub: import("zeromq").Publisher;
  control: import("zeromq").Router;
  init(): Promise<void>;
  bindSocket(socket: unknown, port: number): Promise<void>;
  handleShellMessage(socket: Answering, ...frames: Buffer[]): Promise<void>;
  handleExecute(socket: Answering, request: Message): Promise<void>;
  publishStatus(status: string, request: Message): void;
  close(): void;
}

export type Frames = (string | Buffer)[];

export interface Answering {
  send(frames: Frames): void;
}

export interface Message {
  header: { msg_type: string };
  content: object;
  createReply(): Message;
  signAndSend(key: string, socket: unknown): void;
}

export type WriteStream = (name: StreamName, text: string) => void;
export type StreamName = "stdout" | "stderr";
export type WriteDisplay = (content: object, isUpdate: boolean) => void;
export type Write = (data: string | Uint8Array, ...rest: unknown[]) => boolean;

export interface Handler {
  execCount: number;
  handleExecute(request: ExecuteRequest, stream: WriteStream, display: WriteDisplay): Promise<ExecuteReply>;
  handleExecuteImpl(request: ExecuteRequest, stream: WriteStream, display: WriteDisplay): Promise<unknown>;
  createWriteToIopub(name: StreamName, stream: WriteStream): Write;
}

export interface ExecuteRequest {
  code: string;
}

export interface ExecuteReply {
  status: string;
  execution_count?: number | undefined;
}

export interface ExecutorModule {
  createExecutor(
    folder: string,
    converters: unknown,
    output: { log: unknown; error(...args: unknown[]): void },
  ): Executor;
}

export interface Executor {
  execute(code: string): Promise<boolean>;
}

export interface ConverterModule {
  createConverter(options?: object): { convert(declarations: string, code: string): Converted };
}

export interface Converted {
  output?: string;
  diagnostics: unknown[];
  hasToplevelAwait?: boolean;
}

/** The functions of TypeScript that tslab calls and repairs replace, as tslab calls them. */
export interface TypeScript {
  createWatchCompilerHost(rootFiles: string[], options: CompilerOptions, ...rest: unknown[]): WatchHost;
  createWatchProgram(host: WatchHost): unknown;
  transpileModule(code: string, options: { compilerOptions?: CompilerOptions }): Transpiled;
}

export type CompilerOptions = import("@tslab/typescript-for-tslab").CompilerOptions;
export type Builder = import("@tslab/typescript-for-tslab").SemanticDiagnosticsBuilderProgram;

export interface WatchHost {
  setTimeout(callback: () => void, ...rest: unknown[]): unknown;
  clearTimeout(timer: unknown): void;
  afterProgramCreate(builder: Builder): void;
}

export interface Transpiled {
  outputText: string;
  sourceMapText?: string;
}
