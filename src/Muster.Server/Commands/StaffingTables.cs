using System.Globalization;
using System.Text.Json;
using Muster.Server.Api.Demand;
using Muster.Server.Api.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Muster.Server.Commands;

/// <summary>Agents with several skills in the terminal, and for programs.</summary>
internal static class StaffingTables
{
    private const double MinutesPerHour = 60;

    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static void Tell(StaffingOrder order, StaffingAsking asking, IReadOnlyList<KnownAgentGroupView> people)
    {
        if (order.IsJson)
        {
            Print(order, asking, new { agent_groups = people });
            return;
        }

        var table = Terminal.Table("agents", "serve", "people");
        foreach (var group in people)
        {
            table.AddRow(
                new Text(group.Name), new Text(string.Join(", ", group.PlanningGroupIds.Select(asking.NameOf))),
                Number(group.People));
        }

        Terminal.Out.Write(people.Count == 0 ? new Text("Nobody can serve a planning group of it.") : table);
        Terminal.Out.WriteLine();
    }

    public static void Tell(StaffingOrder order, StaffingAsking asking, FoundIntervals search)
    {
        var found = search.All;
        if (order.IsJson)
        {
            Print(order, asking, new { intervals = found, stopped = search.Stopped });
            return;
        }

        string[] names = [.. found[0].AgentGroups.Select(group => Markup.Escape(group.Name))];
        var table = Terminal.Table(["from", "contacts", .. names, "together", "each alone", "least in time"]);
        foreach (var interval in found)
        {
            table.AddRow(
            [
                new Text($"{interval.Time.ToString("HH:mm", Culture)}"),
                Number(interval.PlanningGroups.Sum(group => group.Contacts)),
                .. interval.AgentGroups.Select(group => Number(group.Agents)),
                Number(interval.Agents), Number(interval.AloneAgents),
                Percent(interval.PlanningGroups.Select(group => group.Served.ServiceLevel)
                    .MinBy(level => level?.Value)),
            ]);
        }

        Terminal.Out.Write(table);
        var hours = found[0].Minutes / MinutesPerHour;
        Terminal.Out.WriteLine(string.Create(Culture, $"On queue {found.Sum(interval => interval.Agents) * hours:0.#} "
            + $"hours together, {found.Sum(interval => interval.AloneAgents) * hours:0.#} with each planning group "
            + $"alone; at the peak {found.Max(interval => interval.Agents)} agents."));
        foreach (var interval in found.Where(interval => interval.Reason is not null))
        {
            Terminal.Out.WriteLine($"{interval.Time.ToString("HH:mm", Culture)}: {interval.Reason}");
        }

        if (search.Stopped is { } why)
        {
            Terminal.Out.WriteLine($"It went no further. {why}");
        }
    }

    public static void Tell(StaffingOrder order, StaffingAsking asking, WhatIfView reached)
    {
        if (order.IsJson)
        {
            Print(order, asking, new { reached });
            return;
        }

        var groups = Terminal.Table("planning group", "contacts", "in time", "answered after", "give up");
        foreach (var group in reached.PlanningGroups)
        {
            groups.AddRow([new Text(asking.NameOf(group.PlanningGroupId)), .. Served(group.Served)]);
        }

        groups.AddRow([new Text("all"), .. Served(reached.All)]);
        Terminal.Out.Write(groups);
        var agents = Terminal.Table("agents", "on queue", "busy");
        foreach (var group in reached.AgentGroups)
        {
            agents.AddRow(new Text(group.Name), Number(group.Agents), Percent(group.Occupancy));
        }

        Terminal.Out.Write(agents);
        Terminal.Out.WriteLine(string.Create(Culture, $"{reached.Minutes} minutes, simulated {reached.Replications} "
            + $"times; +- is half of a 95 % confidence interval."));
        foreach (var remark in reached.Remarks)
        {
            Terminal.Out.WriteLine(remark);
        }
    }

    private static IRenderable[] Served(ServedView served) =>
    [
        With(served.Offered, 1, 0, ""), Percent(served.ServiceLevel), With(served.AnswerSeconds, 1, 1, " s"),
        Percent(served.Abandonment),
    ];

    private static Text Percent(EstimateView? figure) => With(figure, 100, 1, " %");

    private static Text With(EstimateView? figure, double times, int digits, string unit)
    {
        var form = $"F{digits}";
        return new Text(figure is null ? "-" : (figure.Value * times).ToString(form, Culture) + unit
            + (figure.HalfWidth is { } width ? " +-" + (width * times).ToString(form, Culture) : ""))
        {
            Justification = Justify.Right,
        };
    }

    private static Text Number(double value) =>
        new(value.ToString("#,0.#", Culture)) { Justification = Justify.Right };

    private static void Print(StaffingOrder order, StaffingAsking asking, object answer) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(
            new
            {
                forecast = new { id = asking.Forecast.Id.Value, name = asking.Forecast.Name },
                date = order.Date,
                planning_groups = asking.PlanningGroups.Select(group => new { id = group.Id.Value, name = group.Name }),
                answer,
            },
            Indented));
}
