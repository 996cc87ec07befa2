using System.Text.Json.Serialization;

namespace Muster.Server.Api;

/// <summary>An answer that says no: RFC 9457 problem details with field-level errors.</summary>
/// <param name="Type">What kind of problem it is, for programs.</param>
/// <param name="Detail">What happened, and on a new line what may help.</param>
/// <param name="RequestId">Names this request in logs and the audit trail.</param>
public sealed record ApiProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string RequestId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<ApiFieldError>? Errors = null);
