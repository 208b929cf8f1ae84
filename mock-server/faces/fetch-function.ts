/** The one form in which an app is handed to a face: the Fetch API's request in, its response out. */
export type FetchFunction = (request: Request) => Response | Promise<Response>
