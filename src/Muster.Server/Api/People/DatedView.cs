using NodaTime;

namespace Muster.Server.Api.People;

/// <summary>What holds from a day on; null: nothing does.</summary>
public sealed record DatedView(LocalDate From, Guid? Id);
