using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Muster.Server.Api.Adherence;

/// <summary>Which part of a history is asked for.</summary>
public sealed record HistoryPartQuery(
    [property: FromQuery(Name = "limit"), Description("At most so many.")] int? Limit,
    [property: FromQuery(Name = "cursor"),
        Description("The next_cursor of the page before; absent: the first page.")] string? Cursor);
