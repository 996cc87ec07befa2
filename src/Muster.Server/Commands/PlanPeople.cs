using System.Globalization;
using Muster.Server.Api;
using Muster.Server.Api.People;
using Muster.Server.Demand;
using Muster.Server.Demo;
using Muster.Server.Demo.Steps;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Commands;

/// <summary>Hires people of a CSV file, with unit, work plan and skills.</summary>
internal sealed class PlanPeople(CentreGround ground, FileInfo file) : ICentreStep
{
    private const int UsualLevel = 50;

    private static readonly string[] Required =
        ["employee_number", "first_name", "last_name", "management_unit", "work_plan"];

    private static readonly string[] Known = [.. Required, "user_name", "team", "skills", "hired_on"];

    private Dictionary<string, int> _columns = [];

    public string Title => "People";

    private Guid Tenant => ground.IdOf("tenants", (string)ground.Content.Organization["tenants"]![0]!["name"]!);

    public async Task<string> RunAsync(Action<string> tell, CancellationToken token)
    {
        var (hired, there) = (0, 0);
        using var rows = await CsvRecords.OpenAsync(PlainFile.Open(file), file.Name, token);
        _columns = ColumnsOf(await rows.NextAsync(token));
        var numbers = await NumbersAsync(token);
        while (await rows.NextAsync(token) is { } row)
        {
            if (!numbers.Add(Text(row, "employee_number")))
            {
                there++;
                continue;
            }

            await HireAsync(row, token);
            tell(string.Create(CultureInfo.InvariantCulture, $"{++hired} hired"));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{hired} people hired, {there} were there already");
    }

    private Dictionary<string, int> ColumnsOf(CsvRecord? header)
    {
        var names = header?.Cells ?? [];
        var trouble = Required.Except(names).Select(name => $"the column {name} is missing")
            .Concat(names.Except(Known).Select(name => $"nothing is known of a column {name}")).FirstOrDefault();
        return trouble is null
            ? names.Index().ToDictionary(column => column.Item, column => column.Index)
            : throw new StartRefusedException(
                $"{file.Name}: {trouble}.", $"Maybe name the columns as here: {string.Join(", ", Known)}.");
    }

    private async Task<HashSet<string>> NumbersAsync(CancellationToken token)
    {
        var (numbers, tenant) = (new HashSet<string>(), Tenant);
        AgentListView part;
        var read = 0;
        do
        {
            part = await ground.Planner.GetAsync<AgentListView>(
                $"/people?offset={read}&limit={PageRequest.MaxLimit}", token);
            read += part.Items.Count;
            numbers.UnionWith(part.Items.Where(agent => agent.TenantId == tenant)
                .Select(agent => agent.EmployeeNumber).OfType<string>());
        }
        while (part.Items.Count == PageRequest.MaxLimit);

        return numbers;
    }

    private Task<AgentView> HireAsync(CsvRecord row, CancellationToken token)
    {
        var from = DateOf(row) ?? ground.Monday;
        var edit = new AgentEditBody(
            Text(row, "first_name"), Text(row, "last_name"), Text(row, "employee_number"), Optional(row, "user_name"),
            ManagementUnitId: ground.IdOf("management-units", Text(row, "management_unit")),
            TeamId: Optional(row, "team") is { } team ? ground.IdOf("teams", team) : null,
            WorkPlanId: ground.IdOf("work-plans", Text(row, "work_plan")),
            From: from,
            Skills: SkillsOf(row),
            ReinstateOn: from);
        return ground.Planner.PostAsync<AgentView>("/people", new NewAgentBody(Tenant, edit), token);
    }

    // "Claims:80;Sales": a skill without a level has the one in the middle.
    private IReadOnlyList<SkillLevelBody> SkillsOf(CsvRecord row) =>
    [
        .. (Optional(row, "skills") ?? "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(skill => skill.Split(':', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new SkillLevelBody(ground.IdOf("skills", parts[0]), LevelOf(row, parts))),
    ];

    private int LevelOf(CsvRecord row, string[] parts) => parts.Length == 1 ? UsualLevel
        : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level
        : throw Wrong(row, "skills", parts[1], "Maybe write levels from 0 to 100, such as Claims:80.");

    private LocalDate? DateOf(CsvRecord row) => Optional(row, "hired_on") is not { } text ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date
        : throw Wrong(row, "hired_on", text, "Maybe write it like 2026-03-29.");

    private string Text(CsvRecord row, string column) => Optional(row, column)
        ?? throw Wrong(row, column, "", "Maybe fill it in, or take the line out.");

    private string? Optional(CsvRecord row, string column) =>
        _columns.TryGetValue(column, out var place) && row.Cell(place) is { Length: > 0 } text ? text : null;

    private StartRefusedException Wrong(CsvRecord row, string column, string value, string advice) =>
        new($"{file.Name}, line {row.Line}: {column} \"{value}\" cannot be used.", advice);
}
