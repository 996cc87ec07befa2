using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>How a file of history is to be read. What is absent is found out.</summary>
public sealed record ImportQuery(
    [property: FromQuery(Name = "business_unit_id"), Description("Whose history it is.")] Guid BusinessUnitId,
    [property: FromQuery(Name = "queue"), Description("The queue of rows that name none.")] string? Queue = null,
    [property: FromQuery(Name = "minutes"), Description("Length of the intervals; absent: found out.")]
    int? Minutes = null,
    [property: FromQuery(Name = "preview"), Description("True: nothing is written.")] bool? Preview = null,
    [property: FromQuery(Name = "file_name"), Description("For messages.")] string? FileName = null)
{
    public HistoryFileOptions Options => new() { Name = FileName ?? "history.csv", Queue = Queue };
}
