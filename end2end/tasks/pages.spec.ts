import { joints } from "../support/joints.js";
import { expect, file, imported, test } from "../support/tenon.js";

const steps = ["general", "security", "definition", "code", "test", "versions"];
const rounds = 60;

test("every step of a connector is answered every time, however many ask at once", async ({ maker, server }) => {
  const id = await imported(maker, file("joints.json", joints("api.example.com", "key")), "Asked often");
  const failed: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const answers = await Promise.all(
      steps.map((step) => maker.request.get(`${server.url}/connectors/${id}/${step}`)),
    );
    failed.push(...answers.filter((answer) => !answer.ok()).map((answer) => `${answer.status()} ${answer.url()}`));
  }
  expect(failed).toEqual([]);
});
