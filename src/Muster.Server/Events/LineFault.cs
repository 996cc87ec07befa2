using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>Why a line cannot be used.</summary>
/// <param name="Field">Empty when the line as a whole is meant.</param>
public sealed record LineFault(QuarantineKind Kind, string Field, string Reason);
