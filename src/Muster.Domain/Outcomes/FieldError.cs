namespace Muster.Domain.Outcomes;

/// <summary>What is wrong with one field of a request, and the remedy.</summary>
/// <param name="Field">The field as the caller wrote it: <c>grants[0].scope_id</c>.</param>
public sealed record FieldError(string Field, string Message);
