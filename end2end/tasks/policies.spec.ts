import { joints } from "../support/joints.js";
import { expect, imported, step, test } from "../support/tenon.js";
import { packaged, policy } from "../support/zip.js";

test("a test call runs the policies and shows what each of them changed", async ({ maker, upstream }) => {
  const policies = [
    policy("setheader", "Name the caller", { name: "X-Caller", value: "tenon" }),
    policy("routerequesttoendpoint", "To the woods", { newPath: "/woods", httpMethod: "POST" }),
    policy("setproperty", "Mark the answer", {
      "x-ms-apimTemplate-policySection": "Response",
      newPropertyParentPathTemplate: "@body()",
      newPropertySubPathTemplate: "marked",
      propertyValuePathTemplate: "true",
    }),
  ];
  await imported(maker, packaged(joints(upstream.host), { policyTemplateInstances: policies }), "With policies");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual(["POST /v1/woods?limit=10"]);
  expect(upstream.received[0]?.headers["x-caller"]).toBe("tenon");
  const steps = maker.getByRole("region", { name: "Policies" }).getByRole("listitem");
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(0)).toContainText("Name the caller");
  await expect(steps.nth(0).getByRole("row", { name: /X-Caller/ })).toContainText("not there");
  await expect(steps.nth(1).getByRole("row", { name: /Verb/ })).toContainText(/GET.*POST/);
  await expect(steps.nth(2).getByRole("row", { name: /marked/ })).toContainText("true");
});

test("a policy whose expression has no value stops the call and says where", async ({ maker, upstream }) => {
  const broken = policy("setheader", "Region", { name: "X-Region", value: "eu-@connectionParameters('region')" });
  await imported(maker, packaged(joints(upstream.host), { policyTemplateInstances: [broken] }), "Broken policy");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  const alert = maker.getByRole("alert").filter({ hasText: "The call was not made" });
  await expect(alert).toContainText("“Region” (number 1, setheader)");
  await expect(alert).toContainText("“@connectionParameters('region')” at character 4");
  expect(upstream.received).toEqual([]);
});
