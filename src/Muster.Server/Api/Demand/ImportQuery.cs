using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;
using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>How a file of history is to be read. What is absent is found out.</summary>
public sealed record ImportQuery(
    [property: FromQuery(Name = "business_unit_id"), Description("Whose history it is.")] Guid BusinessUnitId,
    [property: FromQuery(Name = "queue"), Description("The queue of rows that name none.")] string? Queue = null,
    [property: FromQuery(Name = "minutes"), Description("Length of the intervals; absent: found out.")]
    int? Minutes = null,
    [property: FromQuery(Name = "preview"), Description("True: nothing is written.")] bool? Preview = null,
    [property: FromQuery(Name = "file_name"), Description("For messages.")] string? FileName = null,
    [property: FromQuery(Name = "date_order"),
        Description("What comes first in dates such as 3/4/2026: day_first or month_first; absent: found out.")]
    string? Order = null,
    [property: FromQuery(Name = "columns"),
        Description("What a column is: role=name, such as volume=Calls; may be repeated; absent: found out.")]
    string[]? Columns = null)
{
    private const int LongestName = 255;

    public Outcome<HistoryFileOptions> Options()
    {
        var checks = PlannedQueue.CheckId(new FieldChecks(), "queue", Queue)
            .Text("file_name", FileName, 1, LongestName)
            .That(
                Order is null || EnumWord.Read<DateOrder>(Order) is not null, "date_order",
                $"must be one of {EnumWord.All<DateOrder>()}.");
        var options = new HistoryFileOptions
        {
            Name = FileName ?? "history.csv",
            Queue = Queue,
            Columns = HistoryFileOptions.ReadColumns(Columns ?? [], "columns", checks),
            DateOrder = EnumWord.Read<DateOrder>(Order),
        };
        return checks.Refusal is { } wrong ? wrong : options;
    }
}
