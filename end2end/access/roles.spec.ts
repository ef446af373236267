import { joints } from "../support/joints.js";
import { expect, file, imported, step, test, visit } from "../support/tenon.js";

test("the list of connectors is told as a table with names and roles", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("api.example.com", "key")), "Told");
  await visit(maker, "/connectors");
  await expect(maker.getByRole("main")).toMatchAriaSnapshot(`
    - heading "Connectors" [level=1]
    - link "New connector"
    - search:
      - searchbox "Search connectors"
      - status: /connector/
    - region "Connectors":
      - table:
        - rowgroup:
          - row:
            - columnheader:
              - checkbox "Select all connectors"
            - columnheader "Connector":
              - button "Connector"
            - columnheader "Operations":
              - button "Operations"
        - rowgroup:
          - row /Told/:
            - cell:
              - checkbox "Select Told"
            - cell /Told/:
              - link /Told/
            - cell "3"
            - cell "API key"
  `);
});

test("the designer is told as a bar, steps, and fields with names", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("api.example.com", "key")), "Told in steps");
  await expect(maker.getByRole("main")).toMatchAriaSnapshot(`
    - heading "Told in steps" [level=1]
    - textbox "Name of the connector": Told in steps
    - status: /saved/
    - toolbar "Connector":
      - button "Nothing to undo" [disabled]
      - button /Problems/
      - link "Versions"
      - link "Export"
    - navigation "Steps":
      - list:
        - listitem:
          - link "General"
        - listitem:
          - link "Security"
    - region "Where it calls":
      - heading "Where it calls" [level=2]
      - combobox "Scheme":
        - option "HTTPS"
        - option "HTTP" [selected]
      - textbox "Host": api.example.com
      - textbox "Base URL": /v1
  `);
  await expect(maker.getByRole("group", { name: "Categories" }).getByRole("checkbox", { name: "Finance" })).toBeVisible();
  await step(maker, "Definition");
  await expect(maker.getByRole("main")).toMatchAriaSnapshot(`
    - complementary "Operations":
      - searchbox "Search operations"
      - button "New action"
      - heading "Actions" [level=2]
      - list:
        - listitem:
          - link "GET List joints /joints"
    - heading "List joints" [level=2]
    - region "General":
      - textbox "Summary": List joints
      - textbox "Operation ID": ListJoints
    - region "Request":
      - combobox "Verb"
      - textbox "Path": /joints
  `);
});
