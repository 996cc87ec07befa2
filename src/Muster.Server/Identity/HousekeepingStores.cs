using Muster.Storage.Api;
using Muster.Storage.Demand;
using Muster.Storage.Identity;
using Muster.Storage.Schedules;
using Muster.Storage.Streams;

namespace Muster.Server.Identity;

/// <summary>Where things expire.</summary>
public sealed record HousekeepingStores(
    SessionStore Sessions, TokenStore Tokens, IdempotencyStore Answers, PublishProgressStore Progress,
    ChangeStore Changes, HistoryStore History);
