/** Health and reflection, as tools of others use them. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Client, credentials } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { service } from "grpc-health-check";
import { closeAll, FixedView, serve } from "./fixture.ts";

after(closeAll);

interface Wired {
  readonly path: string;
  requestSerialize(value: object): Buffer;
  responseDeserialize(bytes: Buffer): { status: string };
}
const methods = service as unknown as { readonly Check: Wired; readonly Watch: Wired };

const check = (client: Client, name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { path, requestSerialize, responseDeserialize } = methods.Check;
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, { service: name }, (error, reply) =>
      error === null ? resolve(reply?.status ?? "") : reject(error),
    );
  });

test("health says whether this daemon is fit, and for a group whether it runs here", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const client = new Client(`unix:${socket}`, credentials.createInsecure());
  assert.equal(await check(client, ""), "SERVING");
  assert.equal(await check(client, "group/web"), "SERVING");
  view.health = "not-serving";
  assert.equal(await check(client, "group/web"), "NOT_SERVING");
  await assert.rejects(check(client, "group/nobody"), { code: 5 });
  await assert.rejects(check(client, "web"), { code: 5 });
  client.close();
});

test("health is watched: at once, and whenever it changes", async () => {
  const view = new FixedView();
  const { socket } = await serve(view);
  const client = new Client(`unix:${socket}`, credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = methods.Watch;
  const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, {
    service: "group/web",
  });
  const seen: string[] = [];
  call.on("error", () => {});
  await new Promise<void>((resolve) => {
    call.on("data", ({ status }: { status: string }) => {
      seen.push(status);
      if (seen.length === 1) {
        view.health = "not-serving";
        view.change();
      } else resolve();
    });
  });
  assert.deepEqual(seen, ["SERVING", "NOT_SERVING"]);
  call.cancel();
  client.close();
});

test("reflection lists the services and describes them", async () => {
  const { socket } = await serve(new FixedView());
  const client = new Client(`unix:${socket}`, credentials.createInsecure());
  const proto = new URL(
    "../proto/grpc/reflection/v1/reflection.proto",
    import.meta.resolve("@grpc/reflection"),
  );
  const loaded = loadSync(proto.pathname, { keepCase: true, oneofs: true, defaults: true });
  const reflection = loaded["grpc.reflection.v1.ServerReflection"] as unknown as {
    ServerReflectionInfo: {
      path: string;
      requestSerialize(value: object): Buffer;
      responseDeserialize(bytes: Buffer): {
        list_services_response?: { service: { name: string }[] };
        file_descriptor_response?: { file_descriptor_proto: Buffer[] };
      };
    };
  };
  const { path, requestSerialize, responseDeserialize } = reflection.ServerReflectionInfo;
  const call = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
  const answer = (request: object) =>
    new Promise<ReturnType<typeof responseDeserialize>>((resolve, reject) => {
      call.once("data", resolve);
      call.once("error", reject);
      call.write(request);
    });
  const listed = await answer({ list_services: "" });
  const names = listed.list_services_response?.service.map(({ name }) => name) ?? [];
  for (const name of ["leasehold.v1.Cluster", "leasehold.v1.Leases", "grpc.health.v1.Health"]) {
    assert.ok(names.includes(name), `${name} among ${names.join(", ")}`);
  }
  const described = await answer({ file_containing_symbol: "leasehold.v1.Leases" });
  const files = described.file_descriptor_response?.file_descriptor_proto ?? [];
  assert.ok(files.some((file) => Buffer.from(file).includes("KeepAliveRequest")));
  call.end();
  client.close();
});
