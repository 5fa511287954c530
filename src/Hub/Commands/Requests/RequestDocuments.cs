namespace PersonalDataHub.Hub.Commands.Requests;

/// <summary>The GraphQL that the request commands send.</summary>
internal static class RequestDocuments
{
    private const string Fields = """
        fragment request on DataSubjectRequest {
          id kind status dueOn reason endedAt
          plan {
            hash
            items { source recordType field records fate article reason until liftedBy }
            notAsked { source reason } notReached { source reason } undecided { source kind sharedKinds }
          }
          tasks {
            id source state waitingCause waitingUntil failure instruction
            items { recordType field outcome article reason until liftedBy }
          }
        }
        """;

    public const string Erase = """
        mutation Erase($input: RequestErasureInput!) {
          result: requestErasure(input: $input) { dataSubjectRequest { ...request } errors { ...problem } }
        }
        fragment problem on RequestErasureError { ... on Error { message } }
        """ + Fields;

    public const string Restrict = """
        mutation Restrict($input: RequestRestrictionInput!) {
          result: requestRestriction(input: $input) { dataSubjectRequest { ...request } errors { ...problem } }
        }
        fragment problem on RequestRestrictionError { ... on Error { message } }
        """ + Fields;

    public const string Lift = """
        mutation Lift($input: LiftRestrictionInput!) {
          result: liftRestriction(input: $input) { dataSubjectRequest { ...request } errors { ...problem } }
        }
        fragment problem on LiftRestrictionError { ... on Error { message } }
        """ + Fields;

    public const string Rectify = """
        mutation Rectify($input: RequestRectificationInput!) {
          result: requestRectification(input: $input) { dataSubjectRequest { ...request } errors { ...problem } }
        }
        fragment problem on RequestRectificationError { ... on Error { message } }
        """ + Fields;

    public const string Approve = """
        mutation Approve($input: ApprovePlanInput!) {
          result: approvePlan(input: $input) { dataSubjectRequest { ...request } errors { ...problem } }
        }
        fragment problem on ApprovePlanError { ... on Error { message } }
        """ + Fields;

    public const string Progress = """
        subscription Progress($id: ID!) { dataSubjectRequestProgress(id: $id) { ...request } }
        """ + Fields;
}
