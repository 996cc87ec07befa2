using System.Text.Json.Serialization;
using Muster.Server.Api.Schedules;

namespace Muster.Server.Api;

/// <summary>An answer that says no: RFC 9457 problem details with field-level errors.</summary>
/// <param name="Type">What kind of problem it is, for programs.</param>
/// <param name="Detail">What happened, and on a new line what may help.</param>
/// <param name="Conflicts">
/// Days that were changed in two places, with both contents and the choices: the first 1,000.
/// </param>
/// <param name="ConflictCount">How many there are of those, also where not all of them are here.</param>
/// <param name="MoreConflicts">Where those that follow are read; null: these are all.</param>
/// <param name="RequestId">Names this request in logs and the audit trail.</param>
public sealed record ApiProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string RequestId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<ApiFieldError>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<DayConflictView>? Conflicts = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    int? ConflictCount = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    string? MoreConflicts = null);
